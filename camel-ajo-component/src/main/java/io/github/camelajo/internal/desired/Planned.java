package io.github.camelajo.internal.desired;

import java.util.ArrayList;
import java.util.List;

import io.github.camelajo.internal.text.Fingerprint;
import io.github.camelajo.model.StateChange;
import io.github.camelajo.model.StateChange.Action;
import io.github.camelajo.model.StateChange.Outcome;
import io.github.camelajo.model.StateDifference;

/**
 * The plan for one object. The content of the object is not kept.
 *
 * @param key    what it is known by
 * @param wanted what is wanted, {@code null} for an object that is to go
 * @param id     identifier of the one that is there, {@code null} for none
 * @param old    identifier of the one that this one replaces, {@code null} for none
 * @param change what people see of it
 * @param digest stands for the bare differences
 */
record Planned(StateKey key, Wanted wanted, String id, String old, StateChange change, String digest) {

    /** For an object that exists. */
    static Planned of(Wanted wanted, Detail detail, Verdict verdict, Found old) {
        List<StateDifference> differences = new ArrayList<>(
                verdict.differences().stream().map(Difference::shown).toList());
        List<String> calls = new ArrayList<>(verdict.calls());
        Action action = verdict.action();
        if (old != null) {
            action = Action.REPLACE;
            differences.add(StateDifference.of("renamedFrom", old.key().shown(), null));
            calls.add(wanted.kind().api() + ".delete");
        }
        StateChange change = change(wanted.kind(), wanted.key(), detail.id(), action, differences, calls, null)
                .withModified(Found.by(detail.raw()), Found.at(detail.raw()));
        return new Planned(
                wanted.key(),
                wanted,
                detail.id(),
                old == null ? null : old.id(),
                wanted.kind().isSuppression() ? change.withModified(null, null) : change,
                verdict.digest());
    }

    /** For an object that does not exist. */
    static Planned created(Wanted wanted, List<String> calls, Found old) {
        List<String> all = new ArrayList<>(calls);
        List<StateDifference> differences = List.of();
        if (old != null) {
            all.add(wanted.kind().api() + ".delete");
            differences = List.of(StateDifference.of("renamedFrom", old.key().shown(), null));
        }
        return new Planned(
                wanted.key(),
                wanted,
                null,
                old == null ? null : old.id(),
                change(
                        wanted.kind(),
                        wanted.key(),
                        null,
                        old == null ? Action.CREATE : Action.REPLACE,
                        differences,
                        all,
                        null),
                Fingerprint.of(String.valueOf(wanted.canon())));
    }

    /**
     * For an object of this state that is no longer wanted.
     *
     * @param certain whether no other object could be the one that this state created
     */
    static Planned removed(StateKind kind, Found found, boolean certain) {
        String reason = kind.removal() ? null : "Adobe cannot delete a " + kind.name() + "; archive it manually";
        if (kind.equals(StateKinds.SUPPRESSION_DOMAIN)
                && found.key().parts().get(1).equals("allowed")) {
            reason = "Adobe has no call that removes a domain from the allow list; do it manually";
        }
        Action action = reason == null ? Action.DELETE : Action.IMPOSSIBLE;
        if (reason == null && !certain) {
            action = Action.CONFLICT;
            reason = "others of the same name have the mark of this state too, so nobody knows which one it created;"
                    + " delete the right one manually";
        }
        List<String> calls = reason == null ? List.of(kind.api() + ".delete") : List.of();
        StateChange change = change(kind, found.key(), shownId(kind, found.id()), action, List.of(), calls, reason)
                .withModified(found.modifiedBy(), found.modifiedAt());
        return new Planned(found.key(), null, found.id(), null, change, "");
    }

    /** For an object that cannot be processed. */
    static Planned unclear(Wanted wanted, String id, Action action, String reason) {
        return new Planned(
                wanted.key(),
                wanted,
                id,
                null,
                change(wanted.kind(), wanted.key(), id, action, List.of(), List.of(), reason),
                "");
    }

    private static String shownId(StateKind kind, String id) {
        return kind.isSuppression() ? null : id;
    }

    private static StateChange change(
            StateKind kind,
            StateKey key,
            String id,
            Action action,
            List<StateDifference> differences,
            List<String> calls,
            String reason) {
        return StateChange.planned(kind.name(), key.shown(), shownId(kind, id), action, differences, calls, reason);
    }

    StateKind kind() {
        return key.kind();
    }

    Planned with(StateChange newChange) {
        return new Planned(key, wanted, id, old, newChange, digest);
    }

    Planned failed(Action action, String reason) {
        return with(change.with(action, Outcome.FAILED, reason));
    }

    @Override
    public String toString() {
        return change.action() + " " + key.shown();
    }
}

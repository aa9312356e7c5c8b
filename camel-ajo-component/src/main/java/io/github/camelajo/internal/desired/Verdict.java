package io.github.camelajo.internal.desired;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.github.camelajo.internal.desired.StateKind.After;
import io.github.camelajo.internal.flow.AnswerFields;
import io.github.camelajo.model.StateChange.Action;

/**
 * What has to be done to an existing object. The plan, the check right before the first write, and the check after the
 * last one all use it, so they cannot disagree.
 *
 * @param action      UPDATE, DEPLOY, PUBLISH or UNCHANGED
 * @param differences why; empty exactly when nothing has to be done
 * @param calls       operations that change something, in order
 */
record Verdict(Action action, List<Difference> differences, List<String> calls) {

    private static final String DEPLOY = "deploy";
    private static final String PUBLISH = "publish";

    static Verdict of(Wanted wanted, Detail detail, StateOptions options) {
        StateKind kind = wanted.kind();
        if (kind.isSuppression()) {
            // An entry exists or not; its reason is not ours to change.
            return new Verdict(Action.UNCHANGED, List.of(), List.of());
        }
        Map<String, Object> actual = kind.canon(detail.raw());
        List<Difference> stored = Comparison.of(kind, wanted.canon(), actual);
        List<Difference> differences = new ArrayList<>(stored);
        List<String> calls = new ArrayList<>();
        if (!stored.isEmpty()) {
            calls.add(isPatch(kind, stored) ? "patch" : "update");
        }
        Action action = stored.isEmpty() ? Action.UNCHANGED : Action.UPDATE;
        if (kind.isDeployed() && wanted.acts(options)) {
            List<Difference> running = running(wanted, detail.raw());
            boolean again = !stored.isEmpty() && kind.after() == After.DEPLOY_EACH_CHANGE;
            if (!running.isEmpty() || again) {
                calls.add(DEPLOY);
            }
            if (!running.isEmpty()) {
                differences.addAll(stored.isEmpty() ? running : List.of());
                action = stored.isEmpty() ? Action.DEPLOY : Action.UPDATE;
            }
        }
        if (kind.after() == After.PUBLISH && wanted.acts(options)) {
            List<Difference> live = live(wanted, actual, detail.live());
            if (!live.isEmpty()) {
                calls.add(PUBLISH);
                differences.addAll(live);
                action = stored.isEmpty() ? Action.PUBLISH : Action.UPDATE;
            }
        }
        return new Verdict(
                action,
                differences,
                calls.stream().map(call -> kind.api() + "." + call).toList());
    }

    private static boolean isPatch(StateKind kind, List<Difference> stored) {
        return !kind.isDeployed()
                && stored.stream().allMatch(difference -> Writing.PATCHABLE.contains(difference.path()));
    }

    /** The differences of the deployed object. */
    private static List<Difference> running(Wanted wanted, Map<String, Object> raw) {
        if (!Boolean.TRUE.equals(raw.get("hasBeenDeployed"))) {
            return List.of(new Difference("hasBeenDeployed", false, true, false));
        }
        if (wanted.kind().after() == After.DEPLOY_ONCE) {
            return List.of();
        }
        if (raw.get("deployedConfig") instanceof Map<?, ?> running) {
            return Comparison.of(wanted.kind(), wanted.canon(), wanted.kind().canon(running), "deployedConfig.");
        }
        String state = AnswerFields.text(raw, "state");
        return "deployed".equals(state) ? List.of() : List.of(new Difference("state", state, "deployed", false));
    }

    /** The differences of the live object. Only its content is frozen. */
    private static List<Difference> live(Wanted wanted, Map<String, Object> draft, Map<String, Object> live) {
        if (live == null) {
            return List.of(new Difference("live", null, "published", false));
        }
        List<Difference> differences = new ArrayList<>();
        for (String field : List.of("fragment.content", "fragment.expression")) {
            Object text = AnswerFields.at(wanted.canon(), field);
            Object wish = text == null ? AnswerFields.at(draft, field) : text;
            Object there = Canon.scalar(AnswerFields.at(live, field));
            if (!Objects.equals(wish, there)) {
                differences.add(new Difference("live." + field, there, wish, false));
            }
        }
        return differences;
    }

    boolean calls(String operation) {
        return calls.stream().anyMatch(call -> call.endsWith("." + operation));
    }

    /** A digest of the unmasked differences. */
    String digest() {
        return action + differences.stream().map(Difference::digest).collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return action + " " + calls;
    }
}

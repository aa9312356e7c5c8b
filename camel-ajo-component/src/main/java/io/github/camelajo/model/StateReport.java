package io.github.camelajo.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.camelajo.model.StateChange.Action;
import io.github.camelajo.model.StateChange.Outcome;

/**
 * All changes of a plan or of its application, as {@code operation=apply} answers with {@code outputType=json} (desired state).
 *
 * @param version     version of this form: 1
 * @param sandbox     sandbox that was looked at
 * @param fingerprint what the plan comes to: the same plan has the same one
 * @param changes     one change for each object, in a stable order
 * @param counts      how many changes there are of each action
 * @param calls       how many {@code reads} and {@code writes} were made
 * @param other       fields that have no component here
 */
public record StateReport(
        @JsonProperty("version") Integer version,
        @JsonProperty("sandbox") String sandbox,
        @JsonProperty("fingerprint") String fingerprint,

        @JsonProperty("changes") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<StateChange> changes,

        @JsonProperty("counts") Map<String, Integer> counts,
        @JsonProperty("calls") Map<String, Integer> calls,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    private static final String READS = "reads";
    private static final String WRITES = "writes";
    private static final Map<Action, String> SIGNS = Map.of(
            Action.CREATE, "+",
            Action.UPDATE, "~",
            Action.REPLACE, "~",
            Action.DEPLOY, ">",
            Action.PUBLISH, ">",
            Action.DELETE, "-",
            Action.UNCHANGED, "=",
            Action.CONFLICT, "!",
            Action.IMPOSSIBLE, "!");

    public StateReport {
        changes = changes == null ? List.of() : Copies.of(changes);
        counts = Copies.of(counts);
        calls = Copies.of(calls);
        other = Copies.ofOther(other);
    }

    /** A report with its counts. */
    public static StateReport of(String sandbox, String fingerprint, List<StateChange> changes, int reads, int writes) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Action action : Action.values()) {
            int count = (int)
                    changes.stream().filter(change -> change.action() == action).count();
            if (count > 0) {
                counts.put(action.word(), count);
            }
        }
        Map<String, Integer> calls = new LinkedHashMap<>();
        calls.put(READS, reads);
        calls.put(WRITES, writes);
        return new StateReport(1, sandbox, fingerprint, changes, counts, calls, Map.of());
    }

    /**
     * What a command should end with: 0 when there is nothing to do or all is done, 1 when something failed or is unknown, 2 for
     * a plan with changes, 3 when something is a conflict, or a plan has something impossible. What was skipped does not count.
     */
    public int exitStatus() {
        if (changes.stream().anyMatch(change -> !isUnclear(change) && isFailure(change.outcome()))) {
            return 1;
        }
        if (changes.stream().anyMatch(StateReport::isUnclear)) {
            return 3;
        }
        return changes.stream()
                        .anyMatch(change -> change.outcome() == Outcome.PLANNED
                                && change.action().isChange())
                ? 2
                : 0;
    }

    private static boolean isFailure(Outcome outcome) {
        return outcome == Outcome.FAILED || outcome == Outcome.UNKNOWN;
    }

    /** In a plan, or as the end of an application. One that was left alone on purpose is none. */
    private static boolean isUnclear(StateChange change) {
        return change.outcome() != Outcome.SKIPPED
                && (change.action() == Action.CONFLICT
                        || change.action() == Action.IMPOSSIBLE && change.outcome() == Outcome.PLANNED);
    }

    /**
     * The changes for people: one line for each object that is not unchanged, its differences below it, and a line with the
     * counts at the end: of what is to be done, or after an application of how it ended.
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (StateChange change : changes) {
            if (change.action() != Action.UNCHANGED) {
                line(text, change);
            }
        }
        text.append(String.join(", ", isApplied() ? ended() : planned()))
                .append("; ")
                .append(calls.getOrDefault(READS, 0))
                .append(" reads, ")
                .append(calls.getOrDefault(WRITES, 0))
                .append(" writes; plan ")
                .append(fingerprint)
                .append('\n');
        return text.toString();
    }

    private boolean isApplied() {
        return changes.stream().anyMatch(change -> change.outcome() != null && change.outcome() != Outcome.PLANNED);
    }

    private List<String> planned() {
        List<String> parts = new ArrayList<>();
        counts.forEach((action, count) -> {
            if (action.equals(Action.CONFLICT.word())) {
                parts.add(count + " in conflict");
            } else if (action.equals(Action.IMPOSSIBLE.word())) {
                parts.add(count + " impossible");
            } else if (!action.equals(Action.UNCHANGED.word())) {
                parts.add(count + " to " + action);
            }
        });
        parts.add(counts.getOrDefault(Action.UNCHANGED.word(), 0) + " unchanged");
        return parts;
    }

    /** What was done, and then what was not. */
    private List<String> ended() {
        List<String> parts = new ArrayList<>();
        for (Action action : Action.values()) {
            long done = changes.stream()
                    .filter(change -> change.action() == action && change.outcome() == Outcome.DONE)
                    .count();
            if (done > 0) {
                String word = action.word();
                parts.add(done + " " + word + (word.endsWith("e") ? "d" : "ed"));
            }
        }
        for (Outcome outcome : List.of(Outcome.FAILED, Outcome.UNKNOWN, Outcome.SKIPPED)) {
            long count = changes.stream()
                    .filter(change -> change.outcome() == outcome)
                    .count();
            if (count > 0) {
                parts.add(count + " " + outcome.word());
            }
        }
        parts.add(changes.stream()
                        .filter(change -> change.outcome() == Outcome.NOT_NEEDED)
                        .count()
                + " unchanged");
        return parts;
    }

    private static void line(StringBuilder text, StateChange change) {
        text.append(SIGNS.get(change.action()))
                .append(' ')
                .append(padded(change.action().word(), 10))
                .append(' ')
                .append(padded(change.kind(), 18))
                .append(' ')
                .append(change.key());
        if (change.outcome() != null && change.outcome() != Outcome.PLANNED) {
            text.append("  [").append(change.outcome().word()).append(']');
        }
        if (change.reason() != null) {
            text.append("  ").append(change.reason());
        } else if (!change.calls().isEmpty()) {
            text.append("  ").append(String.join(", ", change.calls()));
        }
        text.append('\n');
        change.differences()
                .forEach(difference -> text.append("      ").append(difference).append('\n'));
    }

    private static String padded(String word, int width) {
        return word + " ".repeat(Math.max(0, width - word.length()));
    }
}

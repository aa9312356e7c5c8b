package io.github.camelajo.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What has to be done to one object, or was done, so that it is as wanted (desired state).
 *
 * @param kind        section of the document: capping, throttling, fragment, template, suppressionAddress, suppressionDomain
 * @param key         what the object is known by; the address of a suppression is masked
 * @param id          identifier at Adobe, {@code null} while there is none; {@code null} too where the identifier is personal
 * @param action      what has to be done
 * @param differences the fields that are not as wanted; empty when nothing has to be done, and when the object is new
 * @param calls       the operations that change something, in order: {@code capping.update}, {@code capping.deploy}
 * @param outcome     what became of it
 * @param reason      why it is a conflict, impossible, failed or unknown; {@code null} otherwise
 * @param modifiedBy  Adobe id of the last editor, {@code null} when Adobe does not tell
 * @param modifiedAt  time of the last edit, ISO 8601, {@code null} when Adobe does not tell
 * @param other       fields that have no component here
 */
public record StateChange(
        @JsonProperty("kind") String kind,
        @JsonProperty("key") String key,
        @JsonProperty("id") String id,
        @JsonProperty("action") Action action,

        @JsonProperty("differences") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<StateDifference> differences,

        @JsonProperty("calls") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> calls,

        @JsonProperty("outcome") Outcome outcome,
        @JsonProperty("reason") String reason,
        @JsonProperty("modifiedBy") String modifiedBy,
        @JsonProperty("modifiedAt") String modifiedAt,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    /** What has to be done to an object. */
    public enum Action {
        /** There is none yet. */
        CREATE,
        /** Fields differ. */
        UPDATE,
        /** Its key has changed, which Adobe cannot do: a new one is created, then the old one is deleted. */
        REPLACE,
        /** It is stored as wanted, and something else runs, or nothing. */
        DEPLOY,
        /** Its draft is as wanted, and something else is live, or nothing. */
        PUBLISH,
        /** It is not wanted any more, and this state made it. */
        DELETE,
        /** Nothing. */
        UNCHANGED,
        /** It is not clear which object is meant, or somebody else changed it meanwhile. */
        CONFLICT,
        /** Adobe cannot do it. */
        IMPOSSIBLE;

        /** The word in JSON: the name in lower case. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Action of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        /** Whether something would be written. */
        public boolean isChange() {
            return this != UNCHANGED && this != CONFLICT && this != IMPOSSIBLE;
        }
    }

    /** What became of an object. */
    public enum Outcome {
        /** Nothing was written, as only a plan was wanted. */
        PLANNED("planned"),
        /** It was written, and is as wanted now. */
        DONE("done"),
        /** It is as wanted, and nothing was written. */
        NOT_NEEDED("notNeeded"),
        /** It is not as wanted; {@link StateChange#reason()} says why. */
        FAILED("failed"),
        /** A call had no clear end, and what it did cannot be seen yet. The next run finds out. */
        UNKNOWN("unknown"),
        /** It was left alone. */
        SKIPPED("skipped");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        /** The word in JSON. */
        @JsonValue
        public String word() {
            return word;
        }

        @JsonCreator
        static Outcome of(String word) {
            for (Outcome outcome : values()) {
                if (outcome.word.equals(word)) {
                    return outcome;
                }
            }
            throw new IllegalArgumentException("Unknown outcome " + word);
        }
    }

    public StateChange {
        differences = differences == null ? List.of() : Copies.of(differences);
        calls = calls == null ? List.of() : Copies.of(calls);
        other = Copies.ofOther(other);
    }

    /** A change that nothing has been done about yet. */
    public static StateChange planned(
            String kind,
            String key,
            String id,
            Action action,
            List<StateDifference> differences,
            List<String> calls,
            String reason) {
        return new StateChange(
                kind, key, id, action, differences, calls, Outcome.PLANNED, reason, null, null, Map.of());
    }

    /** The same change with who edited the object last, and when. */
    public StateChange withModified(String by, String at) {
        return new StateChange(kind, key, id, action, differences, calls, outcome, reason, by, at, other);
    }

    /** The same change with what became of it. */
    public StateChange with(Outcome newOutcome, String newReason) {
        return with(action, newOutcome, newReason);
    }

    /** The same change as another action, with what became of it. */
    public StateChange with(Action newAction, Outcome newOutcome, String newReason) {
        return new StateChange(
                kind, key, id, newAction, differences, calls, newOutcome, newReason, modifiedBy, modifiedAt, other);
    }

    /** The same change of the object with that identifier. */
    public StateChange withId(String newId) {
        return new StateChange(
                kind, key, newId, action, differences, calls, outcome, reason, modifiedBy, modifiedAt, other);
    }
}

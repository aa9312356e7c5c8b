package io.github.camelajo.internal.operation;

import java.util.List;

/**
 * How to read what an operation tells about a job.
 *
 * @param idParameter path parameter of the operation that takes the id of the job
 * @param field       dotted path of the field with the state
 * @param running     states of a job that is still at work
 * @param succeeded   states of a job that has ended well
 * @param partial     states of a job that has ended well for a part of its items only
 * @param failed      states of a job that has failed
 * @param failedCount field with the number of items that failed although the job has ended well, {@code null} for none
 * @param next        the job that follows this one when it has ended well, {@code null} for none
 */
public record JobStatus(
        String idParameter,
        String field,
        List<String> running,
        List<String> succeeded,
        List<String> partial,
        List<String> failed,
        String failedCount,
        JobHandle next) {

    /** How far a job has got. */
    public enum State {
        RUNNING,
        SUCCEEDED,
        PARTIAL,
        FAILED,
        /** A word that is not in Adobe's reference. */
        UNKNOWN
    }

    public JobStatus {
        running = List.copyOf(running);
        succeeded = List.copyOf(succeeded);
        partial = List.copyOf(partial);
        failed = List.copyOf(failed);
    }

    public static JobStatus of(
            String idParameter, String field, List<String> running, List<String> succeeded, List<String> failed) {
        return new JobStatus(idParameter, field, running, succeeded, List.of(), failed, null, null);
    }

    public JobStatus withPartial(String... states) {
        return new JobStatus(idParameter, field, running, succeeded, List.of(states), failed, failedCount, next);
    }

    public JobStatus withFailedCount(String path) {
        return new JobStatus(idParameter, field, running, succeeded, partial, failed, path, next);
    }

    public JobStatus followedBy(JobHandle handle) {
        return new JobStatus(idParameter, field, running, succeeded, partial, failed, failedCount, handle);
    }

    /**
     * What a state means.
     *
     * @param text the state as Adobe writes it, in any case; a comma at its end is left out, because Adobe's reference has
     *             {@code "PENDING,"} for the upload of suppressions
     */
    public State state(String text) {
        if (text == null) {
            return State.UNKNOWN;
        }
        String word = text.strip();
        word = word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
        if (contains(running, word)) {
            return State.RUNNING;
        }
        if (contains(succeeded, word)) {
            return State.SUCCEEDED;
        }
        if (contains(partial, word)) {
            return State.PARTIAL;
        }
        return contains(failed, word) ? State.FAILED : State.UNKNOWN;
    }

    private static boolean contains(List<String> states, String word) {
        return states.stream().anyMatch(state -> state.equalsIgnoreCase(word));
    }
}

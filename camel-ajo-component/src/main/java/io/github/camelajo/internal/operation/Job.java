package io.github.camelajo.internal.operation;

import java.util.List;

/**
 * The part an operation has in work that Adobe does in the background. The operation that starts a job says where the id of
 * the job is; the operation that tells how far it has got says how to read its answer.
 *
 * @param role    which part
 * @param handles where the id of a started job is: the first one that is found counts. Empty when the job cannot be followed
 * @param status  how to read the answer of a status operation, {@code null} for one that starts jobs
 */
public record Job(Role role, List<JobHandle> handles, JobStatus status) {

    /** Which part an operation has. */
    public enum Role {
        START,
        STATUS
    }

    public Job {
        handles = List.copyOf(handles);
    }

    /** Starts a job that can be found by one of several ids. */
    public static Job starts(JobHandle... handles) {
        return new Job(Role.START, List.of(handles), null);
    }

    /** Tells how far a job has got. */
    public static Job reports(JobStatus status) {
        return new Job(Role.STATUS, List.of(), status);
    }

    /** Whether one can find out the outcome of a job that this operation starts. */
    public boolean canBeFollowed() {
        return handles.stream().anyMatch(handle -> handle.statusOperation() != null);
    }
}

package io.github.camelajo.simulator.control;

/** How a job fails. If a family does not have the exact state, it uses the nearest one. */
public enum JobFailure {
    /** The whole job fails. */
    FAILED,
    /** A part of the job fails: the first recipient of a proof, or the first record of an upload. */
    PARTIALLY_FAILED,
    /** The job takes too long. Only dataset jobs have a state with that name. */
    TIMED_OUT,
    /** The job is cancelled. Only uploads have a state with that name. */
    CANCELED
}

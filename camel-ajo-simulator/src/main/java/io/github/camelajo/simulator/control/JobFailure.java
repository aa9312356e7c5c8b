package io.github.camelajo.simulator.control;

/** How a job ends badly. A family without the exact state takes the nearest one it has. */
public enum JobFailure {
    /** The job fails as a whole. */
    FAILED,
    /** Part of the job fails: the first recipient of a proof, the first record of an upload. */
    PARTIALLY_FAILED,
    /** The job takes too long; only dataset jobs have a state of that name. */
    TIMED_OUT,
    /** The job is called off; only uploads have a state of that name. */
    CANCELED
}

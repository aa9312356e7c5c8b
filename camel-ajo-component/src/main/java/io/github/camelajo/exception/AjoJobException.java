package io.github.camelajo.exception;

/**
 * A job at Adobe failed, or did not end in time. The call that started it had succeeded, so starting it again creates
 * another job.
 */
public class AjoJobException extends AjoException {

    private static final long serialVersionUID = 1L;

    private final String jobId;
    private final String state;
    private final boolean timedOut;

    public AjoJobException(String message, ErrorDetails details, String jobId, String state, boolean timedOut) {
        super(message, details);
        this.jobId = jobId;
        this.state = state;
        this.timedOut = timedOut;
    }

    /** A job was started, but its state could not be read. */
    public AjoJobException(String message, AjoException cause, String jobId, String state) {
        super(message, cause.getDetails(), cause);
        this.jobId = jobId;
        this.state = state;
        this.timedOut = false;
    }

    /** The id of the job at Adobe. */
    public String getJobId() {
        return jobId;
    }

    /** The last state that Adobe reported, in Adobe's words. */
    public String getState() {
        return state;
    }

    /** Whether the wait was given up. The job itself may still end well. */
    public boolean isTimedOut() {
        return timedOut;
    }

    @Override
    public FailureKind getKind() {
        return FailureKind.JOB;
    }
}

package io.github.camelajo.exception;

/**
 * A job at Adobe failed, or did not end in time. The call that started it had succeeded, so starting it again makes another
 * job.
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

    /** A job was started, and then asking for its state failed. */
    public AjoJobException(String message, AjoException cause, String jobId, String state) {
        super(message, cause.getDetails(), cause);
        this.jobId = jobId;
        this.state = state;
        this.timedOut = false;
    }

    /** Id of the job at Adobe. */
    public String getJobId() {
        return jobId;
    }

    /** The last state that Adobe told, in its words. */
    public String getState() {
        return state;
    }

    /** Whether the waiting was given up rather than the job: it may still end well. */
    public boolean isTimedOut() {
        return timedOut;
    }

    @Override
    public FailureKind getKind() {
        return FailureKind.JOB;
    }
}

package io.github.camelajo;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** Options of operations that start a job at Adobe, or ask about one. */
@UriParams
abstract class JobConfiguration extends ListConfiguration {

    @UriParam(label = "job", defaultValue = "false")
    private boolean awaitCompletion;

    @UriParam(label = "job", javaType = "java.time.Duration", defaultValue = "2000")
    private long awaitDelay = 2_000;

    @UriParam(label = "job", javaType = "java.time.Duration", defaultValue = "30000")
    private long awaitMaxDelay = 30_000;

    @UriParam(label = "job", defaultValue = "1.5")
    private double awaitBackOffMultiplier = 1.5;

    @UriParam(label = "job", javaType = "java.time.Duration", defaultValue = "600000")
    private long awaitTimeout = 600_000;

    public boolean isAwaitCompletion() {
        return awaitCompletion;
    }

    /**
     * Whether an operation that starts a job at Adobe, or reports on one, waits until the job has ended. The wait
     * holds no thread. Otherwise the answer comes at once, and the job goes on.
     */
    public void setAwaitCompletion(boolean awaitCompletion) {
        this.awaitCompletion = awaitCompletion;
    }

    public long getAwaitDelay() {
        return awaitDelay;
    }

    /**
     * Time before the first status request for a job, with awaitCompletion. It grows with every further request. In
     * milliseconds, or with a unit as in 5s. The default is 2 seconds.
     */
    public void setAwaitDelay(long awaitDelay) {
        this.awaitDelay = awaitDelay;
    }

    public long getAwaitMaxDelay() {
        return awaitMaxDelay;
    }

    /**
     * Longest time between two status requests for a job, with awaitCompletion. In milliseconds, or with a unit as in
     * 1m. The default is 30 seconds.
     */
    public void setAwaitMaxDelay(long awaitMaxDelay) {
        this.awaitMaxDelay = awaitMaxDelay;
    }

    public double getAwaitBackOffMultiplier() {
        return awaitBackOffMultiplier;
    }

    /**
     * Factor by which the time between two status requests grows each time, with awaitCompletion. At least 1, which
     * keeps the time constant.
     */
    public void setAwaitBackOffMultiplier(double awaitBackOffMultiplier) {
        this.awaitBackOffMultiplier = awaitBackOffMultiplier;
    }

    public long getAwaitTimeout() {
        return awaitTimeout;
    }

    /**
     * Longest time to wait for a job, with awaitCompletion. After that the call fails, and the job goes on at Adobe.
     * In milliseconds, or with a unit as in 30m. The default is 10 minutes.
     */
    public void setAwaitTimeout(long awaitTimeout) {
        this.awaitTimeout = awaitTimeout;
    }
}

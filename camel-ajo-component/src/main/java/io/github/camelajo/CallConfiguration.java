package io.github.camelajo;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** Options of each call: threads, time limits, sizes and retries. */
@UriParams
abstract class CallConfiguration extends ConnectionConfiguration {

    @UriParam(label = "producer,advanced", defaultValue = "false")
    private boolean synchronous;

    @UriParam(label = "advanced", javaType = "java.time.Duration", defaultValue = "70000")
    private long responseTimeout = 70_000;

    @UriParam(label = "advanced", javaType = "java.time.Duration", defaultValue = "180000")
    private long requestTimeout = 180_000;

    @UriParam(label = "advanced", defaultValue = "67108864")
    private long maxResponseSize = 64L * 1024 * 1024;

    @UriParam(label = "advanced", javaType = "java.time.Duration", defaultValue = "300000")
    private long streamIdleTimeout = 300_000;

    @UriParam(label = "advanced", defaultValue = "0")
    private int maxRetries;

    @UriParam(label = "advanced", javaType = "java.time.Duration", defaultValue = "60000")
    private long maxRetryAfter = 60_000;

    @UriParam(label = "advanced", defaultValue = "true")
    private boolean retryAfterRedelivery = true;

    public boolean isSynchronous() {
        return synchronous;
    }

    /**
     * Whether the call is made on the thread of the route, which then waits for the answer. This is cheaper for a
     * single route; without it the thread is free while Adobe works.
     */
    public void setSynchronous(boolean synchronous) {
        this.synchronous = synchronous;
    }

    public long getResponseTimeout() {
        return responseTimeout;
    }

    /**
     * Longest time to wait for an answer after the request is sent. In milliseconds, or with a unit as in 90s. The
     * default is 70 seconds; keep it above 60 seconds, after which Adobe itself gives up on some calls.
     */
    public void setResponseTimeout(long responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public long getRequestTimeout() {
        return requestTimeout;
    }

    /**
     * Longest time for one request, until its answer is read. Retries of the component, and the waits before them, are
     * not included. In milliseconds, or with a unit as in 5m; 0 for no limit. The default is 3 minutes.
     */
    public void setRequestTimeout(long requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    public long getMaxResponseSize() {
        return maxResponseSize;
    }

    /**
     * Largest answer to read into memory, in bytes after decompression, without a unit. A larger answer ends in an
     * exception; with outputType=stream there is no limit. The default is 64 megabytes.
     */
    public void setMaxResponseSize(long maxResponseSize) {
        this.maxResponseSize = maxResponseSize;
    }

    public long getStreamIdleTimeout() {
        return streamIdleTimeout;
    }

    /**
     * Longest time that the stream of an answer, with outputType=stream, may go unread before its connection is taken
     * back. A stream is closed when its exchange is done; this option is for streams that no exchange closes. In
     * milliseconds, or with a unit as in 10m; 0 for no limit. The default is 5 minutes.
     */
    public void setStreamIdleTimeout(long streamIdleTimeout) {
        this.streamIdleTimeout = streamIdleTimeout;
    }

    public int getMaxRetries() {
        return maxRetries;
    }

    /**
     * How often the component itself retries a failed call, if the operation is safe to repeat and the failure is
     * temporary. Off by default, because Camel's error handler can retry for whole routes.
     */
    public void setMaxRetries(int maxRetries) {
        this.maxRetries = maxRetries;
    }

    public long getMaxRetryAfter() {
        return maxRetryAfter;
    }

    /**
     * Longest wait to accept from the header Retry-After of Adobe. The component does not wait for a longer one, and
     * Camel's redelivery waits this long instead. In milliseconds, or with a unit as in 2m. The default is 1 minute.
     */
    public void setMaxRetryAfter(long maxRetryAfter) {
        this.maxRetryAfter = maxRetryAfter;
    }

    public boolean isRetryAfterRedelivery() {
        return retryAfterRedelivery;
    }

    /**
     * Whether Camel's redelivery waits as long as Adobe asked for with Retry-After, in place of its own delay.
     */
    public void setRetryAfterRedelivery(boolean retryAfterRedelivery) {
        this.retryAfterRedelivery = retryAfterRedelivery;
    }
}

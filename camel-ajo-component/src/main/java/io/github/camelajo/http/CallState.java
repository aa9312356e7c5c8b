package io.github.camelajo.http;

/** What has happened to a call so far. Used by one thread at a time. */
final class CallState {

    private final AjoRequest request;
    private final AnswerReader reader;
    private int failures;
    private boolean tokenRenewed;
    private boolean reconnected;

    CallState(AjoRequest request, AnswerReader reader) {
        this.request = request;
        this.reader = reader;
    }

    AjoRequest request() {
        return request;
    }

    AnswerReader reader() {
        return reader;
    }

    /** Counts a failure and tells how many there are now. */
    int countFailure() {
        return ++failures;
    }

    /** True the first time only. */
    boolean mayRenewToken() {
        boolean first = !tokenRenewed;
        tokenRenewed = true;
        return first;
    }

    /** True the first time only. */
    boolean mayReconnect() {
        boolean first = !reconnected;
        reconnected = true;
        return first;
    }
}

package io.github.camelajo.internal.trace;

import java.time.Duration;
import java.util.function.BiConsumer;

/** Where nobody listens. */
enum NoTrace implements CallTrace, AttemptTrace, WaitTrace {
    INSTANCE;

    @Override
    public AttemptTrace attempt(Outgoing request) {
        return this;
    }

    @Override
    public AttemptTrace tokenRequest(Outgoing request) {
        return this;
    }

    @Override
    public void tokenAwaited(Duration waited) {
        // Nobody listens.
    }

    @Override
    public void pause(Duration pause) {
        // Nobody listens.
    }

    @Override
    public WaitTrace waiting(String operation) {
        return this;
    }

    @Override
    public CallTrace lookups() {
        return this;
    }

    @Override
    public void count(String name, long number) {
        // Nobody listens.
    }

    @Override
    public void headers(BiConsumer<String, String> headers) {
        // Nobody listens.
    }

    @Override
    public void answered(int status, String requestId, boolean expected) {
        // Nobody listens.
    }

    @Override
    public void failed(String kind) {
        // Nobody listens.
    }

    @Override
    public CallTrace questions() {
        return this;
    }

    @Override
    public void ended(int questions, String state, String failure) {
        // Nobody listens.
    }
}

package io.github.camelajo.internal.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;

import io.github.camelajo.internal.trace.Outgoing;

/** Writes spans below one span. Names no library for traces, so that it loads everywhere. */
interface SpanWriter {

    /** Where the application has no tracer. */
    SpanWriter NONE = new SpanWriter() {
        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public Child request(Outgoing request, Instant began) {
            return Child.NONE;
        }

        @Override
        public Child step(String name) {
            return Child.NONE;
        }

        @Override
        public void headers(BiConsumer<String, String> headers) {
            // There is no trace to take along.
        }
    };

    /** Whether spans are written. */
    boolean isOn();

    /**
     * Begins the span of a request.
     *
     * @param began when the request left, {@code null} for now
     */
    Child request(Outgoing request, Instant began);

    /** Begins the span of something that is no request by itself. */
    Child step(String name);

    /** Gives the headers that take the span above along. */
    void headers(BiConsumer<String, String> headers);

    /** A span that has begun. */
    interface Child {

        /** No span. */
        Child NONE = new Child() {
            @Override
            public void attribute(String name, String value) {
                // No span.
            }

            @Override
            public void attribute(String name, long value) {
                // No span.
            }

            @Override
            public void event(String name, Duration took) {
                // No span.
            }

            @Override
            public void failed(String kind) {
                // No span.
            }

            @Override
            public void end() {
                // No span.
            }

            @Override
            public SpanWriter inside() {
                return SpanWriter.NONE;
            }
        };

        /** Sets an attribute, unless the value is {@code null}. */
        void attribute(String name, String value);

        void attribute(String name, long value);

        /** Says that something happened. */
        void event(String name, Duration took);

        /** Marks it as failed. No text: that of an exception can name a person. */
        void failed(String kind);

        void end();

        /** Writes spans below this one, also after its end. */
        SpanWriter inside();
    }
}

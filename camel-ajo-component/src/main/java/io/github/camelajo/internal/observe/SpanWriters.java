package io.github.camelajo.internal.observe;

import java.util.Map;

/** Makes what writes the spans of one application. Names no library for traces. */
interface SpanWriters {

    /** Where the application has no tracer. */
    SpanWriters NONE = new SpanWriters() {
        @Override
        public SpanWriter below(Map<String, String> carrier) {
            return SpanWriter.NONE;
        }

        @Override
        public SpanWriter roots() {
            return SpanWriter.NONE;
        }
    };

    /**
     * Writes spans below another one.
     *
     * @param  carrier what the propagator of the application has written about that one
     * @return         {@link SpanWriter#NONE} when it names no span
     */
    SpanWriter below(Map<String, String> carrier);

    /** Writes spans that stand for themselves. */
    SpanWriter roots();
}

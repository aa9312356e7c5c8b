package io.github.camelajo.internal.request;

import java.util.ArrayDeque;
import java.util.Deque;

/** A value in a body that cannot become JSON, and the way to it. */
final class UnfitValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    /** A body that contains itself has a long way to nowhere. */
    private static final int SHOWN = 8;

    private final String reason;
    private final transient Deque<String> path = new ArrayDeque<>();
    private final transient Object container;
    private boolean cyclic;

    UnfitValue(String reason) {
        this(reason, null);
    }

    private UnfitValue(String reason, Object container) {
        super(reason);
        this.reason = reason;
        this.container = container;
    }

    /** @param container the one that is one too many */
    static UnfitValue tooDeep(Object container) {
        return new UnfitValue("the body is nested more than " + JsonValues.MAX_DEPTH + " levels deep", container);
    }

    /** To be told on the way back: where in which container the value is. */
    @SuppressWarnings("ReferenceEquality") // Just this container, not one like it.
    UnfitValue in(Object within, String field) {
        path.addFirst(field);
        cyclic = cyclic || container != null && container == within;
        return this;
    }

    @Override
    public String getMessage() {
        String what = cyclic ? "the body contains itself" : reason;
        if (path == null || path.isEmpty()) {
            return what;
        }
        StringBuilder where = new StringBuilder();
        int shown = 0;
        for (String field : path) {
            if (shown++ == SHOWN) {
                where.append(" and so on");
                break;
            }
            where.append(where.length() == 0 || field.startsWith("[") ? "" : ".")
                    .append(field);
        }
        return where + ": " + what;
    }

    /** The way through the body tells all. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}

package io.github.camelajo.internal.request;

import java.util.ArrayDeque;
import java.util.Deque;

/** Thrown for a value that cannot become JSON. Knows the path to the value. */
final class UnfitValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    /** The path in a body that contains itself would never end. */
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

    /** @param container the one that is nested too deep */
    static UnfitValue tooDeep(Object container) {
        return new UnfitValue("the body is nested more than " + JsonValues.MAX_DEPTH + " levels deep", container);
    }

    /** Called on the way out: adds where in which container the value is. */
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

    /** The path tells enough. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}

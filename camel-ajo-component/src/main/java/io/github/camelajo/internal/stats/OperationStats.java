package io.github.camelajo.internal.stats;

import io.github.camelajo.internal.operation.Operation;

/**
 * The calls of one operation of one component.
 *
 * @param operation what was called
 * @param id        {@link Operation#id()}, kept because a call must not put it together again
 */
public record OperationStats(Operation operation, String id, CallCounters counters) {

    OperationStats(Operation operation) {
        this(operation, operation.id(), new CallCounters());
    }

    public String api() {
        return operation.api();
    }

    /** The operation without its api. */
    public String name() {
        return operation.name();
    }
}

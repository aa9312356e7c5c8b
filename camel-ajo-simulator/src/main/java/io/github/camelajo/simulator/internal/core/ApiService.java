package io.github.camelajo.simulator.internal.core;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The operations below one name of the component, with in-memory state. Implementations guard that state themselves. A service
 * that shares state with no other is a {@link Family} of its own.
 */
public interface ApiService extends Family {

    @Override
    default List<ApiService> services() {
        return List.of(this);
    }

    /** Name as the component spells it, such as {@code capping}. */
    String name();

    List<Route> routes();

    default ErrorDialect errors() {
        return ErrorDialect.PLATFORM;
    }

    /** Back to the state after start. */
    default void reset() {}

    /** Calls below {@code /__admin/ajo/} that only concern this service. */
    default List<AdminAction> adminCalls() {
        return List.of();
    }

    /** All that {@link #reset()} brings back to the start: a state file keeps it, and tests see what of it is a {@link DataKind}. */
    default List<Kept> holdings() {
        return List.of();
    }

    /** Called when a state file has been loaded, for what follows from the holdings. */
    default void loaded() {}

    /**
     * The jobs among the holdings, whoever made them: calls, tests, or a state file. Asking does not move them.
     */
    default List<Jobs.Shown> jobs() {
        return List.of();
    }

    /** A picture of the state for the admin call {@code state}. */
    default JsonNode state() {
        return Json.object();
    }
}

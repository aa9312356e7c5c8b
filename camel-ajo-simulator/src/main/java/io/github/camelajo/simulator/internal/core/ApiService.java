package io.github.camelajo.simulator.internal.core;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The operations under one API name of the component, with in-memory state. Implementations guard their state
 * themselves. A service that shares no state with others is its own {@link Family}.
 */
public interface ApiService extends Family {

    @Override
    default List<ApiService> services() {
        return List.of(this);
    }

    /** Returns the name as the component spells it, such as {@code capping}. */
    String name();

    List<Route> routes();

    default ErrorDialect errors() {
        return ErrorDialect.PLATFORM;
    }

    /** Restores the state after the start. */
    default void reset() {}

    /** Returns the calls below {@code /__admin/ajo/} that concern only this service. */
    default List<AdminAction> adminCalls() {
        return List.of();
    }

    /**
     * Returns everything that {@link #reset()} restores. A state file stores it, and tests can access the parts that
     * are a {@link DataKind}.
     */
    default List<Kept> holdings() {
        return List.of();
    }

    /** Called after a state file was loaded, to update whatever depends on the data. */
    default void loaded() {}

    /**
     * Returns the jobs among the holdings, whether calls, tests or a state file have created them. This does not move
     * them.
     */
    default List<Jobs.Shown> jobs() {
        return List.of();
    }

    /** Returns a summary of the state for the admin call {@code state}. */
    default JsonNode state() {
        return Json.object();
    }
}

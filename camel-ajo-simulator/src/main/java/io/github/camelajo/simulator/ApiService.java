package io.github.camelajo.simulator;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** One family of Journey Optimizer operations with its own in-memory state. Implementations guard that state themselves. */
interface ApiService {

    /** Name of the family as the component spells it, such as {@code capping}. */
    String name();

    List<Route> routes();

    default ErrorDialect errors() {
        return ErrorDialect.PLATFORM;
    }

    /** Back to the state after start. */
    default void reset() {}

    /** A picture of the state for the admin call {@code state}. */
    default JsonNode state() {
        return Json.object();
    }
}

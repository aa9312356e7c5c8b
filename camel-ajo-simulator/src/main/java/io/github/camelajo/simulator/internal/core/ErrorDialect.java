package io.github.camelajo.simulator.internal.core;

/**
 * How one service words the refusals every service has. The defaults are the general Platform form
 * {@code {type, status, title, detail}}; a service with a documented form of its own overrides them. Each gets the whole call,
 * as those forms name the path and the tenant also where a request does not come as far as its handler.
 */
public interface ErrorDialect {

    ErrorDialect PLATFORM = new ErrorDialect() {};

    /** Assumption: 403, because Platform hides whether a sandbox exists from those who may not use it. */
    default Reply unknownSandbox(Call call) {
        return ErrorBodies.platform(
                403,
                "Sandbox not accessible",
                "Sandbox '" + call.sandbox().name() + "' does not exist or the credential has no access to it");
    }

    /** The role lacks a permission. */
    default Reply forbidden(Call call, String detail) {
        return ErrorBodies.platform(403, "Forbidden", detail);
    }

    default Reply malformedJson(Call call, String detail) {
        return ErrorBodies.platform(400, "Malformed body", "The body is not valid JSON: " + detail);
    }

    default Reply badParameter(Call call, String name, String detail) {
        return ErrorBodies.platform(400, "Invalid parameter", "Query parameter '" + name + "' " + detail);
    }
}

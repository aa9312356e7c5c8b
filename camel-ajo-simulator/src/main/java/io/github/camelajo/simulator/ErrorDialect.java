package io.github.camelajo.simulator;

/**
 * How one service words the refusals every service has. The defaults are the general Platform form
 * {@code {type, status, title, detail}}; a service with a documented form of its own overrides them.
 */
interface ErrorDialect {

    ErrorDialect PLATFORM = new ErrorDialect() {};

    /** Assumption: 403, because Platform hides whether a sandbox exists from those who may not use it. */
    default Reply unknownSandbox(String requestId, String sandbox) {
        return ErrorBodies.platform(
                403,
                "Sandbox not accessible",
                "Sandbox '" + sandbox + "' does not exist or the credential has no access to it");
    }

    /** The role lacks a permission. */
    default Reply forbidden(Call call, String detail) {
        return ErrorBodies.platform(403, "Forbidden", detail);
    }

    default Reply malformedJson(String requestId, String detail) {
        return ErrorBodies.platform(400, "Malformed body", "The body is not valid JSON: " + detail);
    }

    default Reply badParameter(String requestId, String name, String detail) {
        return ErrorBodies.platform(400, "Invalid parameter", "Query parameter '" + name + "' " + detail);
    }
}

package io.github.camelajo.simulator.internal.core;

/**
 * How a service words the refusals that every service has. The defaults are the general Platform form {@code {type,
 * status, title, detail}}. A service with a documented form of its own overrides them. Each method gets the whole call,
 * because those forms contain the path and the tenant even if the request did not reach its handler.
 */
public interface ErrorDialect {

    ErrorDialect PLATFORM = new ErrorDialect() {};

    /** Assumption: 403, because Platform does not reveal to users without access whether a sandbox exists. */
    default Reply unknownSandbox(Call call) {
        return ErrorBodies.platform(
                403,
                "Sandbox not accessible",
                "Sandbox '" + call.sandbox().name() + "' does not exist or the credential has no access to it");
    }

    /** Returns the refusal if the role lacks a permission. */
    default Reply forbidden(Call call, String detail) {
        return ErrorBodies.platform(403, "Forbidden", detail);
    }

    default Reply malformedJson(Call call, String detail) {
        return ErrorBodies.platform(400, "Malformed body", "The body is not valid JSON: " + detail);
    }

    /** Returns the refusal of a body without a content type (400), or with one that the operation does not take (415). */
    default Reply badContentType(Call call, int status, String detail) {
        return ErrorBodies.platform(status, status == 415 ? "Unsupported media type" : "Content type missing", detail);
    }

    /** Returns the answer of an injected fault without a body of its own. */
    default Reply injected(int status) {
        return ErrorBodies.forStatus(status);
    }

    default Reply badParameter(Call call, String name, String detail) {
        return ErrorBodies.platform(400, "Invalid parameter", "Query parameter '" + name + "' " + detail);
    }
}

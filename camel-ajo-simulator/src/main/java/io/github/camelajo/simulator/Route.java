package io.github.camelajo.simulator;

import java.util.HashSet;
import java.util.Set;

/**
 * One operation of a service: method, path, what it takes and who answers it. Every {@code with...} style method returns a
 * changed copy, so that a service declares its routes in one expression each.
 *
 * @param parameters  names of the query parameters the operation knows; {@code null} lets any pass
 * @param body        whether a body is read, and whether it must be there
 * @param mediaTypes  media types a body may have
 * @param needsSandbox false for the few operations that declare no {@code x-sandbox-name}
 */
record Route(
        String method,
        PathTemplate path,
        Set<String> parameters,
        Body body,
        Set<String> mediaTypes,
        boolean needsSandbox,
        Handler handler) {

    /** What an operation does with a request body. */
    enum Body {
        IGNORED,
        OPTIONAL,
        REQUIRED
    }

    /** The code behind an operation. */
    @FunctionalInterface
    interface Handler {
        Reply handle(Call call);
    }

    static Route of(String method, String template, Handler handler) {
        return new Route(
                method, PathTemplate.of(template), Set.of(), Body.IGNORED, Set.of("application/json"), true, handler);
    }

    static Route get(String template, Handler handler) {
        return of("GET", template, handler);
    }

    static Route post(String template, Handler handler) {
        return of("POST", template, handler);
    }

    static Route put(String template, Handler handler) {
        return of("PUT", template, handler);
    }

    static Route delete(String template, Handler handler) {
        return of("DELETE", template, handler);
    }

    Route query(String... names) {
        return new Route(method, path, Set.of(names), body, mediaTypes, needsSandbox, handler);
    }

    Route anyQuery() {
        return new Route(method, path, null, body, mediaTypes, needsSandbox, handler);
    }

    Route body(Body newBody) {
        return new Route(method, path, parameters, newBody, mediaTypes, needsSandbox, handler);
    }

    Route mediaTypes(String... names) {
        return new Route(method, path, parameters, body, Set.of(names), needsSandbox, handler);
    }

    Route withoutSandbox() {
        return new Route(method, path, parameters, body, mediaTypes, false, handler);
    }

    Set<String> unknownParameters(QueryString query) {
        if (parameters == null) {
            return Set.of();
        }
        Set<String> unknown = new HashSet<>(query.names());
        unknown.removeAll(parameters);
        return unknown;
    }
}

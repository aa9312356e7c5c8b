package io.github.camelajo.simulator;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One operation of a service: method, path, what it takes and who answers it. Every {@code with...} style method returns a
 * changed copy, so that a service declares its routes in one expression each.
 *
 * @param parameters  names of the query parameters the operation knows; {@code null} lets any pass
 * @param body        whether a body is read, and whether it must be there
 * @param mediaTypes  media types a body may have
 * @param access      what it asks of its caller
 */
record Route(
        String method,
        PathTemplate path,
        Set<String> parameters,
        Body body,
        Set<String> mediaTypes,
        Access access,
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
                method,
                PathTemplate.of(template),
                Set.of(),
                Body.IGNORED,
                Set.of("application/json"),
                Access.USUAL,
                handler);
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
        return new Route(method, path, Set.of(names), body, mediaTypes, access, handler);
    }

    Route anyQuery() {
        return new Route(method, path, null, body, mediaTypes, access, handler);
    }

    Route body(Body newBody) {
        return new Route(method, path, parameters, newBody, mediaTypes, access, handler);
    }

    Route mediaTypes(String... names) {
        return new Route(method, path, parameters, body, Set.of(names), access, handler);
    }

    Route withoutSandbox() {
        return access(access.withoutSandbox());
    }

    /** For operations where {@code x-gw-ims-org-id} may be left out: the organisation is then that of the token. */
    Route withoutOrganization() {
        return access(access.withoutOrganization());
    }

    /** The permissions without which the operation is a 403 in the service's own form. */
    Route needs(Requirement permissions) {
        return access(access.needing(permissions));
    }

    /** The scopes of which a token must have one, or the gateway refuses the call. */
    Route scopes(String... names) {
        return access(access.scoped(Set.of(names)));
    }

    /** Routes that all need the same. */
    static List<Route> needing(Requirement permissions, Route... routes) {
        return Stream.of(routes).map(route -> route.needs(permissions)).toList();
    }

    private Route access(Access newAccess) {
        return new Route(method, path, parameters, body, mediaTypes, newAccess, handler);
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

package io.github.camelajo.simulator.internal.core;

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
public record Route(
        String method,
        PathTemplate path,
        Set<String> parameters,
        Body body,
        Set<String> mediaTypes,
        Access access,
        Handler handler) {

    /** What an operation does with a request body. */
    public enum Body {
        IGNORED,
        OPTIONAL,
        REQUIRED
    }

    /** The code behind an operation. */
    @FunctionalInterface
    public interface Handler {
        Reply handle(Call call);
    }

    public static Route of(String method, String template, Handler handler) {
        return new Route(
                method,
                PathTemplate.of(template),
                Set.of(),
                Body.IGNORED,
                Set.of("application/json"),
                Access.USUAL,
                handler);
    }

    public static Route get(String template, Handler handler) {
        return of("GET", template, handler);
    }

    public static Route post(String template, Handler handler) {
        return of("POST", template, handler);
    }

    public static Route put(String template, Handler handler) {
        return of("PUT", template, handler);
    }

    public static Route delete(String template, Handler handler) {
        return of("DELETE", template, handler);
    }

    public Route query(String... names) {
        return new Route(method, path, Set.of(names), body, mediaTypes, access, handler);
    }

    public Route anyQuery() {
        return new Route(method, path, null, body, mediaTypes, access, handler);
    }

    public Route body(Body newBody) {
        return new Route(method, path, parameters, newBody, mediaTypes, access, handler);
    }

    public Route mediaTypes(String... names) {
        return new Route(method, path, parameters, body, Set.of(names), access, handler);
    }

    public Route withoutSandbox() {
        return access(access.withoutSandbox());
    }

    /** For operations where {@code x-gw-ims-org-id} may be left out: the organisation is then that of the token. */
    public Route withoutOrganization() {
        return access(access.withoutOrganization());
    }

    /** For operations to which it does not matter which sandbox is named. */
    public Route inAnySandbox() {
        return access(access.inAnySandbox());
    }

    /** For operations of a host beside the gateway: whether a call needs a token is for them to say. */
    public Route ownHost() {
        return access(access.ownHost());
    }

    /** The permissions without which the operation is a 403 in the service's own form. */
    public Route needs(Requirement permissions) {
        return access(access.needing(permissions));
    }

    /** The scopes of which a token must have one, or the gateway refuses the call. */
    public Route scopes(String... names) {
        return access(access.scoped(Set.of(names)));
    }

    /** Routes that all need the same. */
    public static List<Route> needing(Requirement permissions, Route... routes) {
        return Stream.of(routes).map(route -> route.needs(permissions)).toList();
    }

    private Route access(Access newAccess) {
        return new Route(method, path, parameters, body, mediaTypes, newAccess, handler);
    }

    public Set<String> unknownParameters(QueryString query) {
        if (parameters == null) {
            return Set.of();
        }
        Set<String> unknown = new HashSet<>(query.names());
        unknown.removeAll(parameters);
        return unknown;
    }
}

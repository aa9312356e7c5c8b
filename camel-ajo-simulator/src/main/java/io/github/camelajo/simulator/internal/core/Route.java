package io.github.camelajo.simulator.internal.core;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One operation of a service: method, path, input and handler. Methods such as {@link #query} return a changed copy, so
 * that a service can declare a route in one expression.
 *
 * @param parameters the names of the query parameters; {@code null} for any
 * @param body       whether the operation reads a body, and whether it needs one
 * @param mediaTypes the media types of the body
 * @param access     the requirements for the caller
 */
public record Route(
        String method,
        PathTemplate path,
        Set<String> parameters,
        Body body,
        Set<String> mediaTypes,
        Access access,
        Handler handler) {

    /** How an operation treats a request body. */
    public enum Body {
        IGNORED,
        OPTIONAL,
        REQUIRED
    }

    /** The code of an operation. */
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

    /** For operations that do not require {@code x-gw-ims-org-id}. The organization is then that of the token. */
    public Route withoutOrganization() {
        return access(access.withoutOrganization());
    }

    /** For operations that accept any sandbox name. */
    public Route inAnySandbox() {
        return access(access.inAnySandbox());
    }

    /** For operations of a host beside the gateway. They decide themselves whether a call needs a token. */
    public Route ownHost() {
        return access(access.ownHost());
    }

    /** Sets the required permissions. Without them the operation answers 403 in the form of the service. */
    public Route needs(Requirement permissions) {
        return access(access.needing(permissions));
    }

    /** Sets scopes of which a token must have one. Otherwise the gateway refuses the call. */
    public Route scopes(String... names) {
        return access(access.scoped(Set.of(names)));
    }

    /** Returns the routes with the same requirement for all of them. */
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

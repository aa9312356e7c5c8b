package io.github.camelajo.simulator.control;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/**
 * How a custom action authenticates.
 *
 * @param kind  the kind of authentication
 * @param name  the name of the header or query parameter of an API key; {@code null} for other kinds
 * @param value the secret: the value of the header or parameter, or for {@link Kind#CUSTOM} the JSON of the token
 *              request; {@code null} for {@link Kind#NONE}
 */
public record ActionAuth(Kind kind, String name, String value) {

    /** Adobe's kinds of authentication, except for client certificates. */
    public enum Kind {
        NONE,
        HEADER,
        QUERY,
        CUSTOM
    }

    public static ActionAuth none() {
        return new ActionAuth(Kind.NONE, null, null);
    }

    public static ActionAuth basic(String user, String password) {
        byte[] both = (Objects.requireNonNull(user) + ":" + Objects.requireNonNull(password))
                .getBytes(StandardCharsets.UTF_8);
        return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }

    /** Creates an API key in a header. */
    public static ActionAuth header(String name, String key) {
        return new ActionAuth(Kind.HEADER, Objects.requireNonNull(name), Objects.requireNonNull(key));
    }

    /** Creates an API key in a query parameter. */
    public static ActionAuth query(String name, String key) {
        return new ActionAuth(Kind.QUERY, Objects.requireNonNull(name), Objects.requireNonNull(key));
    }

    /**
     * Creates an authentication with a token. It is requested before the call and kept for each journey.
     *
     * @param tokenRequest the JSON that goes into the field "payload" of Adobe's interface: {@code {"type":
     *                     "customAuthorization", "endpoint", "method", "headers", "body": {"bodyType", "bodyParams"},
     *                     "tokenInResponse", "cacheDuration", "authorizationType", "tokenTarget"}}
     */
    public static ActionAuth custom(String tokenRequest) {
        return new ActionAuth(Kind.CUSTOM, null, Objects.requireNonNull(tokenRequest));
    }

    /** Leaves out the secret. */
    @Override
    public String toString() {
        return name == null ? kind.name() : kind + " " + name;
    }
}

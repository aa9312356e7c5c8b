package io.github.camelajo.simulator.internal.core;

import java.util.Optional;

/** The header {@code Authorization} with a token. */
public final class Bearer {

    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /** Returns the token in the value of the header; empty if the header is missing or has another scheme. */
    public static Optional<String> token(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(authorization.substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}

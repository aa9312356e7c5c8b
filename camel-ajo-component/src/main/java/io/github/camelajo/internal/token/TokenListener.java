package io.github.camelajo.internal.token;

import io.github.camelajo.exception.AjoException;

/**
 * Is told how token requests end, for metrics. Called on the token thread after the callers were served: return quickly. What
 * it throws is logged and goes no further.
 */
public interface TokenListener {

    /** A new token is in use. */
    default void minted(TokenSnapshot snapshot) {}

    /** Asking for a token failed, after all attempts; an older token may still be in use. */
    default void failed(TokenSnapshot snapshot, AjoException failure) {}
}

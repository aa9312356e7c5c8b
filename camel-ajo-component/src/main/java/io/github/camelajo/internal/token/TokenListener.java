package io.github.camelajo.internal.token;

import io.github.camelajo.exception.AjoException;

/**
 * Is told how token requests end, for meters. Called on the token thread after the callers were served: implementations
 * return quickly. Exceptions are logged and ignored.
 */
public interface TokenListener {

    /** A new token is in use. */
    default void minted(TokenSnapshot snapshot) {}

    /** All attempts to get a token failed. An older token may still be in use. */
    default void failed(TokenSnapshot snapshot, AjoException failure) {}
}

package io.github.camelajo.internal.token;

/**
 * Is told which token managers a context has, for JMX and meters. Called under the registry's lock: return quickly and call
 * nothing of the registry. What it throws is logged and goes no further.
 */
public interface ManagerObserver {

    /** A manager is there; it has asked for nothing yet, unless it was there before the observer. */
    void opened(AccessTokenManager manager);

    /** A manager is about to end. */
    default void closing(AccessTokenManager manager) {}
}

package io.github.camelajo.internal.token;

/**
 * Is told which token managers a context has, for JMX and meters. Called under the registry's lock: implementations
 * return quickly and do not call the registry. Exceptions are logged and ignored.
 */
public interface ManagerObserver {

    /** A manager exists. It has asked for nothing yet, unless it existed before the observer. */
    void opened(AccessTokenManager manager);

    /** A manager is about to stop. */
    default void closing(AccessTokenManager manager) {}
}

package io.github.camelajo.spi;

import java.util.function.Supplier;

/**
 * Gives the client secret of Adobe's OAuth credential, for example from a vault. The one bean of this type in the registry is
 * used by every {@code ajo:} component that has no secret of its own, unless its option {@code autowiredEnabled} is off. A type
 * of its own, as an application can have suppliers of all kinds.
 */
@FunctionalInterface
public interface ClientSecretSupplier extends Supplier<String> {

    /**
     * The secret as it is now. Asked for every token, and by several threads.
     *
     * @return the secret, not {@code null}
     */
    @Override
    String get();
}

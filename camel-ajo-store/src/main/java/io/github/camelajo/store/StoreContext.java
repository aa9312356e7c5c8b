package io.github.camelajo.store;

import java.util.function.LongSupplier;

/**
 * What all parts of the store share.
 *
 * @param nanoTime monotonic
 */
record StoreContext(
        Sql sql, Transactions transactions, KeyedHash hash, LongSupplier nanoTime, CrashPoints crashPoints) {}

package io.github.camelajo.store;

import java.util.function.LongSupplier;

/**
 * What both halves of the store stand on.
 *
 * @param nanoTime monotonic
 */
record StoreContext(
        Sql sql, Transactions transactions, KeyedHash hash, LongSupplier nanoTime, CrashPoints crashPoints) {}

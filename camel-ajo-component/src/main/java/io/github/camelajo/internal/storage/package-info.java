/**
 * What sources and the outbox need of a storage: {@link io.github.camelajo.internal.storage.SourceStorage} keeps the positions of
 * sources, {@link io.github.camelajo.internal.storage.OutboxStorage} keeps items that wait for delivery.
 *
 * <p>
 * Both are blocking, hold no transaction, lock or connection between two calls, and start no threads. The component brings
 * implementations in memory; {@code camel-ajo-store} keeps both in a database.
 * </p>
 *
 * <p>
 * All times are milliseconds since the epoch. Texts may hold neither NUL nor unpaired surrogates, because a database cannot
 * keep them; keys and lanes have the lengths that {@link io.github.camelajo.internal.storage.StoredText} checks.
 * </p>
 */
package io.github.camelajo.internal.storage;

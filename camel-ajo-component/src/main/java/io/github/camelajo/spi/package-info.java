/**
 * What sources and the outbox need from a storage: {@link io.github.camelajo.spi.SourceState} keeps the positions of
 * sources, {@link io.github.camelajo.spi.OutboxStore} keeps items that wait for delivery.
 *
 * <p>
 * Both are blocking, hold no transaction, lock or connection between two calls, and start no threads. The component brings
 * implementations in memory; {@code camel-ajo-store} keeps both in a database.
 * </p>
 *
 * <p>
 * All times are milliseconds since the epoch. Texts may hold neither NUL nor unpaired surrogates, because a database cannot
 * keep them; keys and lanes have the lengths that {@link io.github.camelajo.spi.StoredText} checks.
 * </p>
 */
package io.github.camelajo.spi;

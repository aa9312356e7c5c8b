/**
 * Keeps the position of sources and the outbox in a database: PostgreSQL 14 or later, or H2 2.x for one machine. Plain JDBC over a
 * {@code DataSource}; the way in is {@link io.github.camelajo.store.AjoStore}.
 */
package io.github.camelajo.store;

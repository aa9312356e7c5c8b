/**
 * Keeps the positions of sources and the outbox in a database: PostgreSQL 14 or later, or H2 2.x for a single machine.
 * It is plain JDBC over a {@code DataSource}; start with {@link io.github.camelajo.store.AjoStore}.
 */
package io.github.camelajo.store;

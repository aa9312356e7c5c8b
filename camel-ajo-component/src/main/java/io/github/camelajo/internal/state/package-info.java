/**
 * Positions and outbox in memory, for tests and for routes that may start from scratch after a restart. They keep the
 * same contract as {@code camel-ajo-store} and pass the same tests.
 */
package io.github.camelajo.internal.state;

/**
 * Positions and outbox in memory, for tests and for routes that may begin anew after a restart. The same contract as
 * {@code camel-ajo-store}, held by the same tests.
 */
package io.github.camelajo.internal.state;

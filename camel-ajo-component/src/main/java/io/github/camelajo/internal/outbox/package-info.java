/** The stored outbox: what an item is made of, and how items become calls, outcomes and exchanges. */
package io.github.camelajo.internal.outbox;

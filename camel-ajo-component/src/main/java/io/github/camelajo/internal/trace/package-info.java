/** What calls tell of themselves to a trace. Knows no library for traces: {@code internal.observe} has what writes spans. */
package io.github.camelajo.internal.trace;

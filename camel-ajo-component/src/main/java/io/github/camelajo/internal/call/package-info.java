/**
 * One call with its repeats: gets a token, sends the request, and decides whether to send it again. Knows nothing of
 * exchanges.
 */
package io.github.camelajo.internal.call;

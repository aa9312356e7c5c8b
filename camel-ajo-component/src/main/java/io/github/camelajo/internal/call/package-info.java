/** One call with its repeats: gets the token, sends, and decides whether to send again. Knows nothing of exchanges. */
package io.github.camelajo.internal.call;

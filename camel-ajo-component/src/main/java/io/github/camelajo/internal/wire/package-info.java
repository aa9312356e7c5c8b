/** One HTTP exchange: the client, its connections and its time limit, and the token that goes with a request. */
package io.github.camelajo.internal.wire;

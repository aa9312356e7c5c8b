/** One HTTP exchange: the client, its connections, its time limit, and the token of a request. */
package io.github.camelajo.internal.wire;

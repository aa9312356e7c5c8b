/** Turns a message into a request: checks values and builds address, headers and body. Sends nothing. */
package io.github.camelajo.internal.request;

/** A message in, a request out: checks values and builds address, headers and body. Sends nothing. */
package io.github.camelajo.internal.request;

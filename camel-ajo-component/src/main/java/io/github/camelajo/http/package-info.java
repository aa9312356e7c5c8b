/**
 * One call to Adobe: building the request, sending it, reading the answer or the error, and deciding whether it is made
 * again. Knows nothing of exchanges.
 */
package io.github.camelajo.http;

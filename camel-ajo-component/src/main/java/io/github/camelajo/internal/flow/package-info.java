/**
 * What takes more than one call: the pages of a list, waiting for a job, the connection check, an ETag that is read first.
 */
package io.github.camelajo.internal.flow;

/**
 * Work that takes several calls: the pages of a list, waiting for a job, the connection check, reading an ETag first.
 */
package io.github.camelajo.internal.flow;

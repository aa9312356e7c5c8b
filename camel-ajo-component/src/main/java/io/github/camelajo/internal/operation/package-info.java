/**
 * The catalogue: one {@link io.github.camelajo.internal.operation.Operation} record for each thing the component can do, one
 * file for each AJO API or family of them. Checking of URIs, building of requests, hints in errors and the tables in the docs
 * all read from here, so a new operation is a new record.
 */
package io.github.camelajo.internal.operation;

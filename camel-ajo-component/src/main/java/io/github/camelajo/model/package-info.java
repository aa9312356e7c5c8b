/**
 * Typed records for the bodies that routes build and read most: capping and throttling configurations, journeys, messages,
 * suppressed addresses and domains, content, proofs and previews, and jobs of datasets. They are an offer, not a must: a Map
 * with the same fields does the same.
 *
 * <p>The records are lenient. A field that Adobe adds later is kept in {@code other} and written back, words such as a state
 * stay texts, and a component that is not set is {@code null} and is not written. So a record built for a request sends exactly
 * what was set.
 */
package io.github.camelajo.model;

/**
 * Desired state: what objects shall be is read from a document, compared with what there is, and brought about. What is known
 * of each kind of object is data, in {@link io.github.camelajo.internal.desired.StateKinds}.
 */
package io.github.camelajo.internal.desired;

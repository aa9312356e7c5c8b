/**
 * Desired state: reads from a document what objects shall be, compares it with what exists, and brings it about. What
 * is known about each kind of object is data, in {@link io.github.camelajo.internal.desired.StateKinds}.
 */
package io.github.camelajo.internal.desired;

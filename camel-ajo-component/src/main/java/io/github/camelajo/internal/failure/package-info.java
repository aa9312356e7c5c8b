/** Kinds of failure, and the meaning of Adobe's error codes. */
package io.github.camelajo.internal.failure;

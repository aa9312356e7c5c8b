/** Counts calls and tells listeners how each one ended. */
package io.github.camelajo.internal.stats;

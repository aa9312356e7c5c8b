/** What can go wrong with a call: one class for everything that a route would handle differently. */
package io.github.camelajo.exception;

/** What can go wrong with a call, one class per thing a route would handle differently. */
package io.github.camelajo.exception;

/** A route that begins with a list: what has changed in it, delivered one by one, and a position that survives. */
package io.github.camelajo.internal.source;

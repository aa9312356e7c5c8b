/** The dev console {@code ajo}. */
package io.github.camelajo.console;

/** Prepares texts from outside: masks, shortens, and parses them leniently. */
package io.github.camelajo.internal.text;

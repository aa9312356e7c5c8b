/** Camel type converters, which Camel finds by itself. */
package io.github.camelajo.converter;

/** Camel type converters. Camel finds them by itself. */
package io.github.camelajo.internal.converter;

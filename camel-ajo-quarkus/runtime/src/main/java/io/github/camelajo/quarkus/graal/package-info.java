/** Substitutions for native executables. */
package io.github.camelajo.quarkus.graal;

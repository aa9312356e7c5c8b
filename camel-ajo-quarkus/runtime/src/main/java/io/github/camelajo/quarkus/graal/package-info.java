/** Substitutions that only a build of a native executable looks at. */
package io.github.camelajo.quarkus.graal;

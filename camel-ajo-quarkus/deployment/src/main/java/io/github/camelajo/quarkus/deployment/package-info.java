/** The build steps of the extension, and its Dev Service. */
package io.github.camelajo.quarkus.deployment;

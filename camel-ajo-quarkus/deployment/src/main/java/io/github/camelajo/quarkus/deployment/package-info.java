/** What the extension does while an application is built, and the Dev Service. */
package io.github.camelajo.quarkus.deployment;

/** Shows the health of the ajo components in SmallRye Health, in applications that have it. */
package io.github.camelajo.quarkus.health;

/** Shows the health of the ajo components to SmallRye Health, where an application has it. */
package io.github.camelajo.quarkus.health;

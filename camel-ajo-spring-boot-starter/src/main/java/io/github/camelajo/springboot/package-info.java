/** Configures the ajo component from the properties of a Spring Boot application. */
package io.github.camelajo.springboot;

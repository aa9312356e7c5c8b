/**
 * What operators see of a component: health, the dev console, JMX, and meters. {@code AjoMeters} and {@code TokenMeters} are
 * loaded only when an application has Micrometer, {@code AjoHealthCheck} only with {@code camel-health}.
 */
package io.github.camelajo.internal.observe;

/** What operators see of a component: readiness, and the JMX view of its token managers. */
package io.github.camelajo.health;

/** Calls the endpoints of custom actions as a journey does. */
package io.github.camelajo.simulator.internal.action;

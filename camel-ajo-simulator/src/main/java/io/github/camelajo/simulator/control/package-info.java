/**
 * What tests set in the simulator and read from it: faults, permissions, well-known ids, received requests and sent
 * messages.
 */
package io.github.camelajo.simulator.control;

/**
 * What a test tells the simulator and reads from it: faults, permissions, well-known ids, and what was received and sent.
 */
package io.github.camelajo.simulator.control;

package io.github.camelajo.simulator.internal.core;

import java.time.InstantSource;

/**
 * What every family is given.
 *
 * @param clock the simulator's clock, which tests put forward
 * @param jobs  pace and injected failures of what runs in the background
 * @param codec turns what a service holds into JSON and back
 */
public record FamilyContext(SimulatorOptions options, InstantSource clock, Jobs jobs, Codec codec) {}

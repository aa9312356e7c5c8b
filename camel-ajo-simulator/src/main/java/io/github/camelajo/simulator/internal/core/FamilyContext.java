package io.github.camelajo.simulator.internal.core;

import java.time.InstantSource;

/**
 * What every family gets.
 *
 * @param clock the simulator's clock, which tests move forward
 * @param jobs  the pace and the injected failures of background work
 * @param codec converts the data of a service to JSON and back
 */
public record FamilyContext(SimulatorOptions options, InstantSource clock, Jobs jobs, Codec codec) {}

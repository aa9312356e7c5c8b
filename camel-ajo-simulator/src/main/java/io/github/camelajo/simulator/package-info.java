/**
 * A stateful, in-memory stand-in for Adobe's login (IMS), Adobe's API gateway and the Journey Optimizer services.
 *
 * <p>{@link io.github.camelajo.simulator.AjoSimulator} is the entry point for Java code,
 * {@link io.github.camelajo.simulator.AjoSimulatorExtension} the one for JUnit 5 and
 * {@link io.github.camelajo.simulator.SimulatorMain} the one for a command line. What a test tells the simulator and reads
 * from it is in {@code control}. All else is in {@code internal} and can change at any time.</p>
 *
 * <p>A request travels from the WireMock stub to the {@code Dispatcher}, which serves tokens ({@code ImsService}) or lets
 * the {@code Gateway} check the headers and the {@code Router} find the {@code ApiService} that owns the path. Each family of
 * services has a package of its own; {@code Services} puts them together.</p>
 */
package io.github.camelajo.simulator;

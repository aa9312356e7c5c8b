/**
 * The implementation of the simulator. Users must not depend on it; it can change at any time.
 *
 * <p>{@code server} takes HTTP in and gives answers out, {@code login} issues tokens, {@code family} has a package for each
 * group of services, and {@code core} is what all of them stand on.</p>
 */
package io.github.camelajo.simulator.internal;

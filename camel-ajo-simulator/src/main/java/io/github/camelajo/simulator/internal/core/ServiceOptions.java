package io.github.camelajo.simulator.internal.core;

import java.time.Duration;

/** Settings of single API families. The builder of the simulator explains them. */
public record ServiceOptions(
        Duration jobStep, int campaigns, int suppressionEntries, boolean repeatedRequestIdsIgnored) {

    public ServiceOptions {
        if (jobStep.isNegative()) {
            throw new IllegalArgumentException("jobStep must not be negative, but is " + jobStep);
        }
        if (campaigns < 0) {
            throw new IllegalArgumentException("campaigns must not be negative, but is " + campaigns);
        }
        if (suppressionEntries < 0) {
            throw new IllegalArgumentException("suppressionEntries must not be negative, but is " + suppressionEntries);
        }
    }
}

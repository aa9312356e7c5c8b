package io.github.camelajo.simulator.internal.core;

import java.util.List;
import java.util.Optional;

/**
 * A sandbox of the simulated organization. Names are lower case and compared exactly, as in Platform.
 *
 * @param id {@code null} if there is no such sandbox
 */
public record Sandbox(String name, String id, boolean production) {

    public static final String PRODUCTION_NAME = "prod";
    public static final String DEVELOPMENT_NAME = "dev";

    public static final Sandbox PRODUCTION = new Sandbox(PRODUCTION_NAME, "5c1d8e20-7f3a-4b69-9c52-0e8f6a7b1d34", true);
    public static final Sandbox DEVELOPMENT =
            new Sandbox(DEVELOPMENT_NAME, "a94f0b36-2de1-4c87-8b5f-d1706c3e92ab", false);
    public static final List<Sandbox> ALL = List.of(PRODUCTION, DEVELOPMENT);

    /** Returns a sandbox that was requested but does not exist. Only refusals use it. */
    public static Sandbox unknown(String name) {
        return new Sandbox(name, null, false);
    }

    public boolean exists() {
        return id != null;
    }

    public static Optional<Sandbox> named(String name) {
        return ALL.stream().filter(sandbox -> sandbox.name.equals(name)).findFirst();
    }
}

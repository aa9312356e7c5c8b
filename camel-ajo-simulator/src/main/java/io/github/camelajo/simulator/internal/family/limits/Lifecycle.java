package io.github.camelajo.simulator.internal.family.limits;

/**
 * The state of a capping or throttling configuration.
 *
 * @param state    {@code created}, {@code updated} or {@code deployed}
 * @param authored the state without deployment, which undeploy restores
 * @param deployed whether a definition is in force, even if a newer one waits
 */
record Lifecycle(String state, String authored, boolean deployed) {

    private static final String CREATED = "created";
    private static final String UPDATED = "updated";
    private static final String DEPLOYED = "deployed";

    static Lifecycle created() {
        return new Lifecycle(CREATED, CREATED, false);
    }

    /** For capping: the running definition stays, and the new one waits for the next deployment. */
    Lifecycle updatedAside() {
        return new Lifecycle(UPDATED, UPDATED, deployed);
    }

    /** For throttling: new values take effect at once. The state stays {@code deployed}, which is an assumption. */
    Lifecycle updatedInPlace() {
        return deployed ? new Lifecycle(DEPLOYED, UPDATED, true) : updatedAside();
    }

    Lifecycle deploy() {
        return new Lifecycle(DEPLOYED, authored, true);
    }

    Lifecycle undeploy() {
        return new Lifecycle(authored, authored, false);
    }
}

package io.github.camelajo.quarkus.deployment;

import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorBuilder;
import io.quarkus.deployment.builditem.Startable;

/** The simulator as Quarkus starts and stops it. It runs in this process and needs no container engine. */
final class SimulatorService implements Startable {

    private final SimulatorSettings settings;
    private AjoSimulator simulator;

    SimulatorService(SimulatorSettings settings) {
        this.settings = settings;
    }

    @Override
    public void start() {
        Thread thread = Thread.currentThread();
        ClassLoader application = thread.getContextClassLoader();
        // The server loads parts of itself with this class loader. The loader of the application does not know them.
        thread.setContextClassLoader(AjoSimulator.class.getClassLoader());
        try {
            simulator = builder().start();
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "The simulator of Adobe Journey Optimizer does not start" + port()
                            + ". quarkus.camel.ajo.devservices.port names another port, and "
                            + "quarkus.camel.ajo.devservices.enabled=false disables the simulator",
                    e);
        } finally {
            thread.setContextClassLoader(application);
        }
    }

    private String port() {
        return settings.port() == 0 ? "" : " on port " + settings.port();
    }

    private AjoSimulatorBuilder builder() {
        AjoSimulatorBuilder builder = AjoSimulator.builder().port(settings.port());
        if (settings.clientSecret() != null) {
            builder.clientSecret(settings.clientSecret());
        }
        if (settings.organizationId() != null) {
            builder.organizationId(settings.organizationId());
        }
        return builder;
    }

    AjoSimulator simulator() {
        return simulator;
    }

    @Override
    public String getConnectionInfo() {
        return simulator.baseUrl();
    }

    /** Nothing to return: there is no container. */
    @Override
    public String getContainerId() {
        return null;
    }

    @Override
    public void close() {
        if (simulator != null) {
            simulator.close();
        }
    }
}

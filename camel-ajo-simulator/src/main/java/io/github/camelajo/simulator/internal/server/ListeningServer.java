package io.github.camelajo.simulator.internal.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.extension.AdminApiExtension;
import io.github.camelajo.simulator.internal.core.SimulatorOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server of a simulator, which can be stopped and started again. Each start after a stop has a new server,
 * because a stopped one can keep connections that nobody serves.
 */
public final class ListeningServer {

    private static final Logger LOG = LoggerFactory.getLogger(ListeningServer.class);

    private final SimulatorOptions options;
    private final Dispatcher dispatcher;
    private final AdminApiExtension admin;
    private volatile WireMockServer server;
    private volatile OpenConnections connections;
    private int lastPort;

    public ListeningServer(SimulatorOptions options, Dispatcher dispatcher, AdminApiExtension admin) {
        this.options = options;
        this.dispatcher = dispatcher;
        this.admin = admin;
        prepare(options.port());
    }

    private void prepare(int port) {
        connections = new OpenConnections();
        server = HttpFrontEnd.create(options, port, dispatcher, admin, connections);
    }

    /**
     * Starts to listen. Has no effect on a running server. A stopped server listens on its previous port again. If that
     * port is taken and the options request a free port, it listens on another one.
     */
    public synchronized void start() {
        if (!server.isRunning()) {
            if (connections.areBroken()) {
                startAgain();
            } else {
                server.start();
            }
            lastPort = server.port();
            LOG.info("AJO simulator listens on {}", baseUrl());
        }
    }

    private void startAgain() {
        prepare(lastPort);
        try {
            server.start();
        } catch (FatalStartupException e) {
            if (options.port() != 0) {
                throw e;
            }
            prepare(0);
            server.start();
        }
    }

    /** Stops to listen and breaks all connections. */
    public synchronized void stop() {
        if (server.isRunning()) {
            server.stop();
            connections.breakAll();
        }
    }

    /** Stops, waits, and starts again on the same port. */
    public synchronized void restart(Duration down) throws InterruptedException {
        int port = port();
        stop();
        TimeUnit.NANOSECONDS.sleep(down.toNanos());
        prepare(port);
        server.start();
        LOG.info("AJO simulator listens on {} again", baseUrl());
    }

    public synchronized boolean isRunning() {
        return server.isRunning();
    }

    public String baseUrl() {
        return "http://" + HttpFrontEnd.hostInUrls(options.host()) + ":" + port();
    }

    /** @throws IllegalStateException if the server does not run */
    public int port() {
        return server.port();
    }

    public int openConnections() {
        return connections.count();
    }
}

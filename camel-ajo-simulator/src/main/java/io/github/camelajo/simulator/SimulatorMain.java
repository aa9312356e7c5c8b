package io.github.camelajo.simulator;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import com.github.tomakehurst.wiremock.common.FatalStartupException;
import io.github.camelajo.simulator.internal.server.HttpFrontEnd;

/** Runs a simulator from a command line until it is stopped. */
public final class SimulatorMain {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    private static final String LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private SimulatorMain() {}

    public static void main(String[] args) throws InterruptedException {
        // The logger inside the runnable jar. It must be set before any class asks for a logger.
        if (System.getProperty(LEVEL) == null) {
            System.setProperty(LEVEL, "warn");
        }
        int status = run(args, System.out, System.err, SimulatorMain::untilStopped);
        if (status != DONE) {
            System.exit(status);
        }
    }

    /** Stops when the process is terminated. The exit code only changes if the state cannot be saved. */
    private static void untilStopped(AjoSimulator simulator, Stop stop) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            int status = stop.stop();
            if (status != DONE) {
                Runtime.getRuntime().halt(status);
            }
            stopped.countDown();
        }));
        stopped.await();
    }

    /** @return the exit code: 0, 1 if it cannot start or save its state, 2 if the arguments are wrong */
    static int run(String[] args, PrintStream out, PrintStream err, Session session) throws InterruptedException {
        CommandLine line;
        AjoSimulator simulator;
        try {
            line = CommandLine.parse(args);
            switch (line.mode()) {
                case HELP -> {
                    out.print(CommandLine.help());
                    return DONE;
                }
                case VERSION -> {
                    out.println("camel-ajo-simulator " + Release.version());
                    return DONE;
                }
                case HEALTH -> {
                    return health(line, out, err);
                }
                default -> simulator = line.simulator();
            }
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println("Use --help to see the options.");
            return WRONG_USAGE;
        }
        try {
            load(simulator, line.stateFile(), out);
            simulator.start();
        } catch (IllegalArgumentException e) {
            err.println("Cannot start: " + e.getMessage());
            return FAILED;
        } catch (IOException e) {
            err.println("Cannot start: the state file " + line.stateFile() + " cannot be read: " + e);
            return FAILED;
        } catch (FatalStartupException e) {
            err.println("Cannot start: " + reason(e, line) + ".");
            return FAILED;
        }
        describe(simulator, line, out);
        Stop stop = new Stop(simulator, line.stateFile(), out, err);
        session.run(simulator, stop);
        return stop.stop();
    }

    /** Loads the state before the simulator listens, so that no call sees another state. */
    private static void load(AjoSimulator simulator, Path file, PrintStream out) throws IOException {
        if (file != null && Files.exists(file)) {
            simulator.loadState(file);
            out.println("Loaded the state from " + file + ".");
        }
    }

    private static String reason(FatalStartupException e, CommandLine line) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        if (message.contains("Cannot assign requested address")) {
            return "the address " + line.host() + " does not belong to this machine";
        }
        return message.contains("Address already in use")
                ? "port " + line.port() + " of " + line.host()
                        + " is in use; choose another one with --port, or a free one with " + "--port 0"
                : "the simulator cannot listen on port " + line.port() + " of " + line.host() + ": " + message;
    }

    private static int health(CommandLine line, PrintStream out, PrintStream err) throws InterruptedException {
        URI address =
                URI.create("http://" + HttpFrontEnd.hostInUrls(line.host()) + ":" + line.port() + "/__admin/health");
        try {
            int status = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.discarding())
                    .statusCode();
            if (status == 200) {
                out.println("The simulator at " + address.getAuthority() + " runs.");
                return DONE;
            }
            err.println("The server at " + address + " is not a healthy simulator: status " + status);
        } catch (IOException e) {
            err.println("No simulator answers at " + address);
        }
        return FAILED;
    }

    private static void describe(AjoSimulator simulator, CommandLine line, PrintStream out) {
        out.print(StartText.of(simulator));
        out.println();
        out.println("Admin calls are described at " + simulator.baseUrl() + "/__admin/ajo/openapi.json");
        if (!isLoopback(line.host())) {
            out.println("It listens on " + line.host()
                    + ": everybody who can reach this machine can call it, and admin calls need no login.");
        }
        out.flush();
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs between start and stop. */
    @FunctionalInterface
    interface Session {
        void run(AjoSimulator simulator, Stop stop) throws InterruptedException;
    }

    /** Stops a simulator once: it accepts no more calls and then saves the state. */
    static final class Stop {

        private final AjoSimulator simulator;
        private final Path stateFile;
        private final PrintStream out;
        private final PrintStream err;
        private final AtomicBoolean done = new AtomicBoolean();

        private Stop(AjoSimulator simulator, Path stateFile, PrintStream out, PrintStream err) {
            this.simulator = simulator;
            this.stateFile = stateFile;
            this.out = out;
            this.err = err;
        }

        /** @return the exit code */
        int stop() {
            if (!done.compareAndSet(false, true)) {
                return DONE;
            }
            simulator.close();
            if (stateFile == null) {
                return DONE;
            }
            try {
                simulator.saveState(stateFile);
                out.println("Saved the state to " + stateFile + ".");
                out.flush();
                return DONE;
            } catch (IOException e) {
                err.println("The state cannot be saved to " + stateFile + ": " + e);
                err.flush();
                return FAILED;
            }
        }
    }
}

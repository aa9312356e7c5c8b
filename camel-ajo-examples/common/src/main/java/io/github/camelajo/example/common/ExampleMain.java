package io.github.camelajo.example.common;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.camelajo.simulator.AjoSimulator;
import org.apache.camel.main.Main;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Camel Main for the examples: with a simulator when no account is set up, a line instead of a stack trace when the routes do
 * not start, and an exit status.
 */
public abstract class ExampleMain extends Main {

    /** Exit status when the routes did not start or, after {@link #failWithAnyExchange()}, when an exchange failed. */
    public static final int FAILURE_STATUS = 1;

    private static final Set<CamelEvent.Type> FAILURES =
            EnumSet.of(CamelEvent.Type.ExchangeFailed, CamelEvent.Type.ExchangeFailureHandled);

    private final Logger log;
    private final SimulatorWhenNoAccount simulator;

    /**
     * @param logName of the logger that tells the user of the example what happens
     */
    protected ExampleMain(String logName) {
        this(logName, Map.of());
    }

    /**
     * @param logName        of the logger that tells the user of the example what happens
     * @param simulatorExtra properties that are set together with the simulator's address, such as ids of its data
     */
    protected ExampleMain(String logName, Map<String, String> simulatorExtra) {
        log = LoggerFactory.getLogger(logName);
        simulator = new SimulatorWhenNoAccount(log, this::startSimulator, simulatorExtra);
        addMainListener(simulator);
    }

    /** Starts the simulator; an example that needs a special one overrides this. */
    protected AjoSimulator startSimulator() {
        return AjoSimulator.builder().start();
    }

    /** From now on an exchange that fails, handled by a route or not, makes the run a failure. */
    protected final void failWithAnyExchange() {
        bind("failedExchange", new FailedExchange());
    }

    /** Runs to the end and leaves the JVM when that was not a good one. */
    public final void runAndExit(String... args) {
        int status = runToTheEnd(args);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Runs until the routes are done and gives back the exit status. */
    public final int runToTheEnd(String... args) {
        int status = FAILURE_STATUS;
        try (simulator) {
            status = run(args);
        } catch (Exception e) {
            log.error("The routes did not start: {}", rootCause(e).getMessage());
            stop();
        }
        if (status != 0) {
            log.error("Not all steps are done");
        }
        return status;
    }

    /** The simulator, also after the run; nothing when there is an account. */
    public final Optional<AjoSimulator> simulator() {
        return simulator.get();
    }

    private static Throwable rootCause(Throwable e) {
        return e.getCause() == null ? e : rootCause(e.getCause());
    }

    /** Camel takes it from the registry and tells it of every exchange that failed. */
    private final class FailedExchange extends EventNotifierSupport {

        @Override
        public boolean isEnabled(CamelEvent event) {
            return FAILURES.contains(event.getType());
        }

        @Override
        public void notify(CamelEvent event) {
            exitCode.set(FAILURE_STATUS);
        }
    }
}

package io.github.camelajo.example.quickstart;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import io.github.camelajo.simulator.AjoSimulator;
import org.apache.camel.main.Main;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Camel Main, which ends with status 1 when a step failed. The steps are in {@code camel/*.camel.yaml}. */
public final class Quickstart extends Main {

    static final int FAILURE_STATUS = 1;

    private static final Set<CamelEvent.Type> FAILURES =
            EnumSet.of(CamelEvent.Type.ExchangeFailed, CamelEvent.Type.ExchangeFailureHandled);
    private static final Logger LOG = LoggerFactory.getLogger("quickstart");

    private final SimulatorWhenNoAccount simulator = new SimulatorWhenNoAccount();

    Quickstart() {
        addMainListener(simulator);
        bind("failedStep", new FailedStep());
    }

    public static void main(String... args) {
        int status = new Quickstart().runToTheEnd(args);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Runs until the routes are done and gives back the exit status. */
    int runToTheEnd(String... args) {
        int status = FAILURE_STATUS;
        try (simulator) {
            status = run(args);
        } catch (Exception e) {
            LOG.error("The routes did not start: {}", rootCause(e).getMessage());
            stop();
        }
        if (status != 0) {
            LOG.error("Not all steps are done");
        }
        return status;
    }

    /** The simulator, also after the run; nothing when there is an account. */
    Optional<AjoSimulator> simulator() {
        return simulator.get();
    }

    private static Throwable rootCause(Throwable e) {
        return e.getCause() == null ? e : rootCause(e.getCause());
    }

    /** Camel takes it from the registry and tells it of every exchange that failed, handled by a route or not. */
    private final class FailedStep extends EventNotifierSupport {

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

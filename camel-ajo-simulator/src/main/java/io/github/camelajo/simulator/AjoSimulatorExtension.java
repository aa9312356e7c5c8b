package io.github.camelajo.simulator;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs a simulator for a JUnit 5 test class, and resets it before each test: data, faults, permissions, clock and
 * recorded requests. Tokens stay valid, because the application may outlive a test, for example with
 * {@code @SpringBootTest}. {@link #resettingAll()} invalidates them too.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final AjoSimulatorExtension AJO = new AjoSimulatorExtension();
 * }</pre>
 *
 * <p>The extension also works with {@code @ExtendWith}: tests then take the {@link AjoSimulator} as a parameter. In an
 * instance field, it runs one simulator for each test. In a static field of a class that several test classes extend,
 * it runs one simulator for all of them, on one port, so that an application that Spring keeps for the next class still
 * finds it.</p>
 */
public final class AjoSimulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private final AjoSimulatorBuilder builder;
    private AjoSimulator simulator;
    private int classes;
    private boolean resetsAll;

    /** Creates a simulator with default settings. */
    public AjoSimulatorExtension() {
        this(AjoSimulator.builder());
    }

    /** Creates a simulator with the given settings. */
    public AjoSimulatorExtension(AjoSimulatorBuilder builder) {
        this.builder = builder;
    }

    /** Also invalidates all tokens before each test, so that each one begins with a login. */
    public AjoSimulatorExtension resettingAll() {
        resetsAll = true;
        return this;
    }

    /** Returns the simulator. Starts it if no test has done so yet. */
    public synchronized AjoSimulator simulator() {
        if (simulator == null) {
            simulator = builder.build();
        }
        return simulator.start();
    }

    @Override
    public synchronized void beforeAll(ExtensionContext context) {
        classes++;
        simulator();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (resetsAll) {
            simulator().reset();
        } else {
            simulator().resetData();
        }
    }

    @Override
    public synchronized void afterEach(ExtensionContext context) {
        if (classes == 0) {
            stop();
        }
    }

    /** Nested classes call this as well. The simulator stops with the outermost class. */
    @Override
    public synchronized void afterAll(ExtensionContext context) {
        classes--;
        if (classes == 0) {
            stop();
        }
    }

    private void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == AjoSimulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return simulator();
    }
}

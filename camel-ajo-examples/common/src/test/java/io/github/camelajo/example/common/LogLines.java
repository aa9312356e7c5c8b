package io.github.camelajo.example.common;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Collects what the example tells its user during a test. */
public final class LogLines implements BeforeEachCallback, AfterEachCallback {

    private final Collector collector = new Collector();
    private final String name;

    /**
     * @param name of the example's logger
     */
    public LogLines(String name) {
        this.name = name;
    }

    public List<String> lines() {
        return collector.lines;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        collector.start();
        logger().addAppender(collector);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        logger().removeAppender(collector);
        collector.stop();
    }

    private Logger logger() {
        return (Logger) LogManager.getLogger(name);
    }

    private static final class Collector extends AbstractAppender {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        Collector() {
            super("lines", null, null, true, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            lines.add(event.getMessage().getFormattedMessage());
        }
    }
}

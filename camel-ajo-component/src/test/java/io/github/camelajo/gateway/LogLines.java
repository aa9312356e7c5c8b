package io.github.camelajo.gateway;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/** All that the component logs, on all levels. */
final class LogLines extends AbstractAppender implements AutoCloseable {

    private static final String PACKAGE = "io.github.camelajo";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger;
    private final Level before;

    LogLines() {
        super("lines", null, null, true, Property.EMPTY_ARRAY);
        logger = (Logger) LogManager.getLogger(PACKAGE);
        before = logger.getLevel();
        Configurator.setLevel(PACKAGE, Level.TRACE);
        start();
        logger.addAppender(this);
        logger.setAdditive(false);
    }

    @Override
    public void append(LogEvent event) {
        StringWriter text = new StringWriter();
        text.append(event.getMessage().getFormattedMessage());
        if (event.getThrown() != null) {
            event.getThrown().printStackTrace(new PrintWriter(text));
        }
        lines.add(text.toString());
    }

    String text() {
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        logger.setAdditive(true);
        logger.removeAppender(this);
        Configurator.setLevel(PACKAGE, before);
        stop();
    }
}

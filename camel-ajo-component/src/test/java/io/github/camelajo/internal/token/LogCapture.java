package io.github.camelajo.internal.token;

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

/** Keeps everything a logger and those below it log. */
@SuppressWarnings("ReferenceEquality") // asking is the point, or which object it is
public final class LogCapture extends AbstractAppender implements AutoCloseable {

    record Line(Level level, String text) {}

    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final Logger logger;
    private final Level levelBefore;

    /** This package, on all levels. */
    public LogCapture() {
        this("io.github.camelajo.internal", Level.TRACE);
    }

    public LogCapture(String name, Level level) {
        super("capture", null, null, true, Property.EMPTY_ARRAY);
        logger = (Logger) LogManager.getLogger(name);
        levelBefore = logger.getLevel();
        Configurator.setLevel(name, level);
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
        lines.add(new Line(event.getLevel(), text.toString()));
    }

    public List<String> at(Level level) {
        return lines.stream()
                .filter(line -> line.level() == level)
                .map(Line::text)
                .toList();
    }

    public String everything() {
        return String.join("\n", lines.stream().map(Line::text).toList());
    }

    @Override
    public void close() {
        logger.removeAppender(this);
        logger.setAdditive(true);
        Configurator.setLevel(logger.getName(), levelBefore);
        stop();
    }
}

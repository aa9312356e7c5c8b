package io.github.camelajo;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallLogTest extends AjoTestSupport {

    private final Logger logger = (Logger) LogManager.getLogger("io.github.camelajo");
    private final List<LogEvent> events = new CopyOnWriteArrayList<>();
    private final AbstractAppender appender = new AbstractAppender("calls", null, null, true, Property.EMPTY_ARRAY) {
        @Override
        public void append(LogEvent event) {
            events.add(event.toImmutable());
        }
    };

    @BeforeEach
    void listen() {
        appender.start();
        logger.addAppender(appender);
    }

    @AfterEach
    void stopListening() {
        logger.removeAppender(appender);
    }

    private List<String> lines(String start) {
        return events.stream()
                .map(event -> event.getMessage().getFormattedMessage())
                .filter(line -> line.startsWith(start))
                .toList();
    }

    @Test
    void eachCallIsOneLineAtDebug() {
        String requestId =
                send("ajo:capping?operation=list", null).getMessage().getHeader(AjoConstants.REQUEST_ID, String.class);
        assertThat(lines("capping.list")).singleElement().satisfies(line -> assertThat(line)
                .matches("capping.list: success, HTTP 200, \\d+ ms, 1 attempt\\(s\\), request id " + requestId));
        assertThat(events)
                .filteredOn(event -> event.getMessage().getFormattedMessage().startsWith("capping"))
                .allMatch(event -> event.getLevel() == Level.DEBUG);
    }

    @Test
    void aFailedCallWarnsNobodyAndNamesNoResource() {
        send("ajo:capping?operation=get&id=my-private-id", null);
        assertThat(lines("capping.get")).singleElement().asString().contains("not_found, HTTP 404");
        assertThat(events)
                .noneMatch(event -> event.getMessage().getFormattedMessage().contains("my-private-id"));
        assertThat(events).noneMatch(event -> event.getLevel().isMoreSpecificThan(Level.INFO));
    }

    @Test
    void aRetryIsALineOfItsOwn() {
        simulator().failNext(1, 503);
        send("ajo:capping?operation=list&maxRetries=1", null);
        assertThat(lines("capping.list: attempt 1 failed, again in")).hasSize(1);
        assertThat(lines("capping.list: success")).singleElement().asString().contains("2 attempt(s)");
    }
}

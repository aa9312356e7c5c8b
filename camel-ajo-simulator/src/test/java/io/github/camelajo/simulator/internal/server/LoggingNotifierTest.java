package io.github.camelajo.simulator.internal.server;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;

import static org.assertj.core.api.Assertions.assertThat;

class LoggingNotifierTest {

    private final Lines log = new Lines();
    private final HttpFrontEnd.LoggingNotifier notifier = new HttpFrontEnd.LoggingNotifier(log);

    @Test
    void logsOnlyTheFirstLineOfARequestWithoutTokenAndBody() {
        notifier.info("""
                Admin request received:
                127.0.0.1 - PUT /__admin/ajo/data/loyalty-config/x?token=hush

                Authorization: [Bearer hush]
                {"clientSecret": "hush"}""");

        assertThat(log.lines).containsExactly("DEBUG Admin request received:");
    }

    @Test
    void anErrorIsAWarning() {
        notifier.error("It does not work");

        assertThat(log.lines).containsExactly("WARN It does not work");
    }

    private static final class Lines extends LegacyAbstractLogger {

        private static final long serialVersionUID = 1L;

        private final transient List<String> lines = new ArrayList<>();

        @Override
        protected String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String message, Object[] arguments, Throwable cause) {
            lines.add(level + " " + message);
        }

        @Override
        public boolean isTraceEnabled() {
            return true;
        }

        @Override
        public boolean isDebugEnabled() {
            return true;
        }

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }
    }
}

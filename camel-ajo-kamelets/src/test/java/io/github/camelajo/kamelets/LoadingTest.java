package io.github.camelajo.kamelets;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.camelajo.kamelets.YamlFiles.Yaml;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Camel reads our YAML without any warning, whatever line of Camel the tests run on. */
class LoadingTest {

    private final List<String> warnings = new CopyOnWriteArrayList<>();

    private final AbstractAppender appender =
            new AbstractAppender("warnings", null, null, false, Property.EMPTY_ARRAY) {
                @Override
                public void append(LogEvent event) {
                    if (event.getLevel().isMoreSpecificThan(Level.WARN)) {
                        warnings.add(event.getMessage().getFormattedMessage());
                    }
                }
            };

    static List<Yaml> routes() {
        return YamlFiles.routes();
    }

    @BeforeEach
    void listen() {
        appender.start();
        ((Logger) LogManager.getRootLogger()).addAppender(appender);
    }

    @AfterEach
    void stopListening() {
        ((Logger) LogManager.getRootLogger()).removeAppender(appender);
        appender.stop();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void camelHasNothingToWarnOf(Yaml yaml) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            String text = KameletFiles.YAML.writeValueAsString(yaml.content());
            PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("tried.camel.yaml", text));
            assertThat(context.getRouteDefinitions().size()
                            + context.getRouteTemplateDefinitions().size()
                            + context.getRouteConfigurationDefinitions().size())
                    .isPositive();
        }
        assertThat(warnings).isEmpty();
    }
}

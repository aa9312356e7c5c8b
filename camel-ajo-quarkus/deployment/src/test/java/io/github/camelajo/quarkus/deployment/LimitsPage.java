package io.github.camelajo.quarkus.deployment;

import java.time.Duration;
import java.util.List;

import io.github.camelajo.model.EndpointConfig;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.camel.ProducerTemplate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The application of the dev mode test, which changes the version in it. */
@ApplicationScoped
public class LimitsPage {

    static final String VERSION = "version one";

    @Inject
    ProducerTemplate template;

    @ConfigProperty(name = "camel.component.ajo.base-url")
    String baseUrl;

    void pages(@Observes Router router) {
        router.get("/limits").blockingHandler(call -> call.end(VERSION + ", " + list().size() + " on " + baseUrl));
        router.get("/create").blockingHandler(call -> {
            template.requestBody(
                    "direct:create",
                    EndpointConfig.action("https://example.com/*", List.of("POST"), 100, Duration.ofSeconds(1)));
            call.end("created");
        });
    }

    private List<?> list() {
        return template.requestBody("direct:list", null, List.class);
    }
}

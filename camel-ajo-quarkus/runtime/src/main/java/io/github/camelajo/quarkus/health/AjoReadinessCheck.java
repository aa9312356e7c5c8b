package io.github.camelajo.quarkus.health;

import java.util.List;

import io.github.camelajo.internal.observe.AjoHealthCheck;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck.Result;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRepository;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows Camel's checks of the ajo components in SmallRye Health as one readiness check. It is DOWN when one of them is
 * DOWN. The extension leaves it out if {@code camel-quarkus-microprofile-health} shows all checks of Camel.
 */
@Readiness
@ApplicationScoped
public class AjoReadinessCheck implements HealthCheck {

    /** The name of the check in SmallRye Health. */
    public static final String NAME = "camel-ajo";

    private final CamelContext context;

    /** @param context the one whose components are looked at */
    public AjoReadinessCheck(CamelContext context) {
        this.context = context;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named(NAME).up();
        for (Result result : results()) {
            if (result.getState() == State.DOWN) {
                response.down();
            }
            show(result, response);
        }
        return response.build();
    }

    /** There are no checks if the application has switched off Camel's checks of producers. */
    private List<Result> results() {
        HealthCheckRepository producers =
                HealthCheckHelper.getHealthCheckRepository(context, "producers", HealthCheckRepository.class);
        return producers == null || !producers.isEnabled()
                ? List.of()
                : producers.stream()
                        .filter(AjoHealthCheck.class::isInstance)
                        .map(check -> check.callReadiness())
                        .toList();
    }

    private static void show(Result result, HealthCheckResponseBuilder response) {
        String id = result.getCheck().getId();
        response.withData(id, result.getState().name());
        result.getMessage().ifPresent(message -> response.withData(id + ".message", message));
        result.getDetails().forEach((name, value) -> {
            // Other details, such as the kind of a check, never change.
            if (name.startsWith("ajo.") || name.startsWith("service.")) {
                response.withData(id + "." + name, String.valueOf(value));
            }
        });
    }
}

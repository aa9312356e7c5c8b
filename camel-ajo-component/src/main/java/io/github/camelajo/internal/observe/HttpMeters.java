package io.github.camelajo.internal.observe;

import java.io.Closeable;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.github.camelajo.internal.stats.CallEvent;
import io.github.camelajo.internal.stats.CallListener;
import io.github.camelajo.internal.stats.ComponentStats;
import io.github.camelajo.internal.stats.RequestEvent;
import io.github.camelajo.internal.trace.Outgoing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/**
 * Times requests under the names that dashboards know: each request for itself, until the head of its answer, where
 * {@code ajo.calls} times calls with their waiting and repeats. A histogram, with the bounds that OpenTelemetry recommends.
 */
final class HttpMeters implements CallListener, Closeable {

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(75),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofMillis(750),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofMillis(7500),
        Duration.ofSeconds(10)
    };

    private static final String NONE = "none";

    private final MeterRegistry registry;
    private final ComponentStats stats;
    private final Naming naming;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    /** Whose names meters have. */
    enum Naming {
        /** Those of Micrometer and Spring, tags too, so that they are one meter with those of other clients there. */
        MICROMETER("http.client.requests") {
            @Override
            Tags tags(Kind kind) {
                String failure = kind.failure() == null ? NONE : kind.failure();
                return Tags.of("method", kind.method())
                        .and("uri", kind.template())
                        .and("status", kind.status() == 0 ? "CLIENT_ERROR" : Integer.toString(kind.status()))
                        .and("outcome", outcome(kind.status()))
                        .and("client.name", kind.host())
                        .and("exception", failure)
                        .and("error", failure);
            }
        },
        /** Those of OpenTelemetry's conventions for HTTP clients. */
        OPENTELEMETRY("http.client.request.duration") {
            @Override
            Tags tags(Kind kind) {
                String error = kind.failure() == null && kind.status() >= 400
                        ? Integer.toString(kind.status())
                        : kind.failure();
                // A registry such as that of Prometheus wants the same tags each time.
                return Tags.of("http.request.method", kind.method())
                        .and("url.template", kind.template())
                        .and("server.address", kind.host())
                        .and("server.port", Integer.toString(kind.port() < 0 ? 443 : kind.port()))
                        .and("http.response.status_code", kind.status() == 0 ? NONE : Integer.toString(kind.status()))
                        .and("error.type", error == null ? NONE : error);
            }
        };

        private final String meter;

        Naming(String meter) {
            this.meter = meter;
        }

        abstract Tags tags(Kind kind);

        static String outcome(int status) {
            return switch (status / 100) {
                case 1 -> "INFORMATIONAL";
                case 2 -> "SUCCESS";
                case 3 -> "REDIRECTION";
                case 4 -> "CLIENT_ERROR";
                case 5 -> "SERVER_ERROR";
                default -> "UNKNOWN";
            };
        }
    }

    private record Kind(String method, String template, String host, int port, int status, String failure) {}

    private HttpMeters(MeterRegistry registry, ComponentStats stats, Naming naming) {
        this.registry = registry;
        this.stats = stats;
        this.naming = naming;
    }

    /**
     * Begins to measure.
     *
     * @param naming {@code micrometer} or {@code opentelemetry}
     */
    static HttpMeters start(MeterRegistry registry, ComponentStats stats, String naming) {
        HttpMeters meters = new HttpMeters(registry, stats, Naming.valueOf(naming.toUpperCase(Locale.ROOT)));
        stats.addListener(meters);
        return meters;
    }

    @Override
    public void ended(CallEvent call) {
        // Only single requests are measured here.
    }

    @Override
    public void requested(RequestEvent event) {
        Outgoing request = event.request();
        Kind kind = new Kind(
                request.method(),
                request.template() == null ? NONE : request.template(),
                request.host(),
                request.port(),
                event.status(),
                event.failure());
        timers.computeIfAbsent(kind, this::timer).record(event.nanos(), TimeUnit.NANOSECONDS);
    }

    private Timer timer(Kind kind) {
        return Timer.builder(naming.meter)
                .description("Requests to Adobe, until the head of the answer")
                .tags(naming.tags(kind))
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }

    @Override
    public void close() {
        stats.removeListener(this);
    }
}

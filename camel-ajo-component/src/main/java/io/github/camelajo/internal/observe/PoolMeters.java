package io.github.camelajo.internal.observe;

import java.io.Closeable;
import java.util.List;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.httpcomponents.hc5.PoolingHttpClientConnectionManagerMetricsBinder;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.core5.pool.ConnPoolControl;

/** The connections of a component, measured as Micrometer measures those of any Apache client. */
final class PoolMeters implements Closeable {

    private static final String PREFIX = "httpcomponents.httpclient.pool.";
    private static final String NAME = "httpclient";

    private final MeterRegistry registry;
    private final List<Meter> meters;

    private PoolMeters(MeterRegistry registry, List<Meter> meters) {
        this.registry = registry;
        this.meters = meters;
    }

    static PoolMeters start(MeterRegistry registry, ConnPoolControl<HttpRoute> pool, String component) {
        new PoolingHttpClientConnectionManagerMetricsBinder(pool, component).bindTo(registry);
        return new PoolMeters(
                registry,
                registry.getMeters().stream()
                        .filter(meter -> meter.getId().getName().startsWith(PREFIX))
                        .filter(meter -> component.equals(meter.getId().getTag(NAME)))
                        .toList());
    }

    /** They would show a stopped component, and hold on to its connections. */
    @Override
    public void close() {
        meters.forEach(registry::remove);
    }
}

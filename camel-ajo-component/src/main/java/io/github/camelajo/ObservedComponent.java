package io.github.camelajo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelajo.internal.call.AjoTransport;
import io.github.camelajo.internal.observe.ComponentView;
import io.github.camelajo.internal.observe.EndpointFacts;
import io.github.camelajo.internal.observe.OutboxView;
import io.github.camelajo.internal.observe.Probe;
import io.github.camelajo.internal.observe.SourceView;
import io.github.camelajo.internal.observe.StateView;
import io.github.camelajo.internal.token.AccessTokenManager;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;

/** A component as operators see it, including its endpoints in use. */
final class ObservedComponent implements ComponentView {

    private final AjoComponent component;
    private final Set<AjoEndpoint> endpoints = Collections.newSetFromMap(new IdentityHashMap<>());

    ObservedComponent(AjoComponent component) {
        this.component = component;
    }

    void add(AjoEndpoint endpoint) {
        synchronized (endpoints) {
            endpoints.add(endpoint);
        }
    }

    void remove(AjoEndpoint endpoint) {
        synchronized (endpoints) {
            endpoints.remove(endpoint);
        }
    }

    /** The endpoints in use now. */
    List<AjoEndpoint> endpoints() {
        synchronized (endpoints) {
            return new ArrayList<>(endpoints);
        }
    }

    @Override
    public CamelContext camelContext() {
        return component.getCamelContext();
    }

    @Override
    public String name() {
        return component.registeredName();
    }

    @Override
    public String baseUrl() {
        return component.effective().configuration().getBaseUrl();
    }

    @Override
    public String host() {
        List<AjoEndpoint> used = endpoints();
        Stream<String> baseUrls = used.isEmpty()
                ? Stream.of(baseUrl())
                : used.stream().map(endpoint -> endpoint.getConfiguration().getBaseUrl());
        return baseUrls.map(url -> url.replaceFirst("^\\w+://", "").replaceFirst("/.*", ""))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    @Override
    public String sandbox() {
        return component.effective().configuration().getSandbox();
    }

    @Override
    public String organizationId() {
        return component.effective().configuration().getOrganizationId();
    }

    @Override
    public AjoTransport transport() {
        return component.transport();
    }

    @Override
    public Collection<AccessTokenManager> tokens() {
        return endpoints().stream()
                .map(AjoEndpoint::tokens)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    @Override
    public List<SourceView> sources() {
        return endpoints().stream().flatMap(AjoEndpoint::sources).toList();
    }

    @Override
    public EndpointFacts facts(Endpoint endpoint) {
        if (!(endpoint instanceof AjoEndpoint ours)) {
            return null;
        }
        AjoConfiguration configuration = ours.getConfiguration();
        return new EndpointFacts(configuration.getApi(), ours.operation().name(), configuration.getSandbox());
    }

    @Override
    public String httpMeters() {
        return component.getHttpMeters();
    }

    @Override
    public boolean isTraceTakenAlong() {
        return component.isTraceContext();
    }

    @Override
    public List<OutboxView> outboxes() {
        return component.outboxLanes().all().stream().map(OutboxConsumer::view).toList();
    }

    @Override
    public List<StateView> states() {
        return endpoints().stream().flatMap(AjoEndpoint::states).toList();
    }

    @Override
    public boolean isHealthCheckEnabled() {
        return component.isHealthCheckProducerEnabled();
    }

    @Override
    public Probe newProbe() {
        return component.isHealthCheckProbe() ? new ConnectionProbe(component) : null;
    }
}

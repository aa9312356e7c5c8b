package io.github.camelajo.model;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A capping configuration: a limit on the calls that Journey Optimizer makes to an endpoint. Calls above it are rejected
 * (capping API). The first four components are what create and update take; the others come with answers.
 *
 * @param url                    address of the endpoint; {@code *} is a wildcard, in the path only
 * @param methods                HTTP methods the limit counts: GET, POST, PUT, PATCH, DELETE, OPTION
 * @param services               the limits, by kind of caller: {@link #ACTION} or {@link #DATA_SOURCE}, one of the two
 * @param orgId                  organization; the component fills it in when a request has none
 * @param uid                    identifier, to be given to all other operations
 * @param internalId             field {@code _id}
 * @param state                  created, updated or deployed
 * @param hasBeenDeployed        whether a definition is running, which is not this one when the state is updated
 * @param deployedConfig         the definition that is running: it differs from this one after an update
 * @param tenantId               tenant
 * @param sandboxName            sandbox the configuration belongs to
 * @param sandboxId              identifier of that sandbox
 * @param authoringFormatVersion version of the format, such as 1.0
 * @param metadata               who did what and when
 * @param other                  fields that have no component here
 */
public record EndpointConfig(
        @JsonProperty("url") String url,
        @JsonProperty("methods") List<String> methods,
        @JsonProperty("services") Map<String, ServiceLimits> services,
        @JsonProperty("orgId") String orgId,
        @JsonProperty("uid") String uid,
        @JsonProperty("_id") String internalId,
        @JsonProperty("state") String state,
        @JsonProperty("hasBeenDeployed") Boolean hasBeenDeployed,
        @JsonProperty("deployedConfig") EndpointConfig deployedConfig,
        @JsonProperty("tenantId") String tenantId,
        @JsonProperty("sandboxName") String sandboxName,
        @JsonProperty("sandboxId") String sandboxId,
        @JsonProperty("authoringFormatVersion") String authoringFormatVersion,
        @JsonProperty("metadata") ConfigMetadata metadata,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    /** Key of {@link #services()} for calls of custom actions. */
    public static final String ACTION = "action";

    /** Key of {@link #services()} for calls of data sources. */
    public static final String DATA_SOURCE = "dataSource";

    public EndpointConfig {
        methods = Copies.of(methods);
        services = Copies.of(services);
        other = Copies.ofOther(other);
    }

    /**
     * A limit on the calls of custom actions, ready for create or update.
     *
     * @param  maxCallsCount            calls in one period, at least 1
     * @param  period                   length of the period, in whole milliseconds
     * @throws IllegalArgumentException when the period is shorter than one millisecond
     */
    public static EndpointConfig action(String url, List<String> methods, int maxCallsCount, Duration period) {
        return request(url, methods, Map.of(ACTION, ServiceLimits.of(Rating.of(maxCallsCount, period))), null);
    }

    /**
     * A limit on the calls of data sources, ready for create or update.
     *
     * @param  maxCallsCount            calls in one period, at least 1
     * @param  period                   length of the period, in whole milliseconds
     * @throws IllegalArgumentException when the period is shorter than one millisecond
     */
    public static EndpointConfig dataSource(String url, List<String> methods, int maxCallsCount, Duration period) {
        return request(url, methods, Map.of(DATA_SOURCE, ServiceLimits.of(Rating.of(maxCallsCount, period))), null);
    }

    /** The same configuration with that many connections at most, for each of its services. */
    public EndpointConfig withMaxHttpConnections(int connections) {
        return with(limits -> limits.withMaxHttpConnections(connections));
    }

    /**
     * The same configuration with that many calls in a period, for each of its services.
     *
     * @throws IllegalArgumentException when the period is shorter than one millisecond
     */
    public EndpointConfig withRating(int maxCallsCount, Duration period) {
        Rating rating = Rating.of(maxCallsCount, period);
        return with(limits -> limits.withRating(rating));
    }

    /** The same configuration for that organization. */
    public EndpointConfig withOrgId(String organization) {
        return with(services, organization);
    }

    /** Only what create and update take. Turns what get has answered into a body for update. */
    public EndpointConfig asRequest() {
        return request(url, methods, services, orgId);
    }

    private static EndpointConfig request(
            String url, List<String> methods, Map<String, ServiceLimits> services, String orgId) {
        return new EndpointConfig(
                url, methods, services, orgId, null, null, null, null, null, null, null, null, null, null, Map.of());
    }

    private EndpointConfig with(UnaryOperator<ServiceLimits> change) {
        if (services == null) {
            return this;
        }
        Map<String, ServiceLimits> changed = new LinkedHashMap<>(services);
        changed.replaceAll((service, limits) -> change.apply(limits == null ? ServiceLimits.of(null) : limits));
        return with(changed, orgId);
    }

    private EndpointConfig with(Map<String, ServiceLimits> newServices, String newOrgId) {
        return new EndpointConfig(
                url,
                methods,
                newServices,
                newOrgId,
                uid,
                internalId,
                state,
                hasBeenDeployed,
                deployedConfig,
                tenantId,
                sandboxName,
                sandboxId,
                authoringFormatVersion,
                metadata,
                other);
    }
}

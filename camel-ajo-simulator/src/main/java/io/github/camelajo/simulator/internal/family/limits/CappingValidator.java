package io.github.camelajo.simulator.internal.family.limits;

import java.util.Iterator;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Json;

/** The rules that a capping definition must meet before it can be deployed. */
final class CappingValidator {

    /**
     * A code of the simulator: Adobe documents the limit of 400 connections, but no code for it. This one is
     * recognizably not Adobe's.
     */
    static final String TOO_MANY_CONNECTIONS = "SIMULATOR_MAX_HTTP_CONNECTIONS";

    static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTION");
    private static final int MAX_CONNECTIONS = 400;

    private CappingValidator() {}

    static CanDeploy check(ObjectNode definition) {
        CanDeploy result = new CanDeploy();
        checkUrl(definition.path("url"), result);
        if (definition.path("methods").isEmpty()) {
            result.error("ERR_ENDPOINTCONFIG_103", "capping config: HTTP methods are missing");
        }
        JsonNode services = definition.path("services");
        if (services.isEmpty()) {
            result.error("ERR_ENDPOINTCONFIG_104", "capping config: no rating is given");
        }
        for (Iterator<Map.Entry<String, JsonNode>> iterator = services.fields(); iterator.hasNext(); ) {
            Map.Entry<String, JsonNode> service = iterator.next();
            checkService(
                    service.getKey(), service.getValue(), definition.path("url").asText(), result);
        }
        return result;
    }

    private static void checkUrl(JsonNode url, CanDeploy result) {
        if (!url.isTextual() || url.asText().isBlank()) {
            result.error("ERR_ENDPOINTCONFIG_100", "capping config: url is missing or invalid");
            return;
        }
        switch (EndpointUrl.judge(url.asText())) {
            case MALFORMED -> result.error("ERR_ENDPOINTCONFIG_101", "capping config: url is malformed");
            case WILDCARD_IN_AUTHORITY ->
                result.error(
                        "ERR_ENDPOINTCONFIG_102", "capping config: no wildcard is allowed in host and port of the url");
            default -> {}
        }
    }

    private static void checkService(String name, JsonNode service, String url, CanDeploy result) {
        if (!"action".equals(name) && !"dataSource".equals(name)) {
            result.error(
                    "ERR_AUTHORING_ENDPOINTCONFIG_1",
                    "service name '" + name + "' is invalid: dataSource and action are possible");
        }
        JsonNode rating = service.path("rating");
        if (rating.isEmpty()) {
            result.error("ERR_ENDPOINTCONFIG_104", "capping config: no rating is given");
        } else {
            if (!positive(rating.path("maxCallsCount"))) {
                result.error("ERR_ENDPOINTCONFIG_107", "capping config: maxCallsCount is invalid");
            }
            if (!positive(rating.path("periodInMs"))) {
                result.error("ERR_ENDPOINTCONFIG_108", "capping config: periodInMs is invalid");
            }
        }
        checkConnections(name, service.path("maxHttpConnections"), url, result);
    }

    private static void checkConnections(String name, JsonNode connections, String url, CanDeploy result) {
        ObjectNode scope = Json.object().put("endpointConfigService", name).put("endpointConfigUrl", url);
        if (connections.isMissingNode() || connections.isNull()) {
            result.warning(
                    "ERR_ENDPOINTCONFIG_106",
                    "capping config: maxHttpConnections is not given, so there is no limit",
                    scope);
        } else if (connections.asLong() > MAX_CONNECTIONS) {
            result.warning(
                    TOO_MANY_CONNECTIONS, "capping config: maxHttpConnections is above " + MAX_CONNECTIONS, scope);
        }
    }

    private static boolean positive(JsonNode value) {
        return value.isIntegralNumber() && value.asLong() > 0;
    }
}

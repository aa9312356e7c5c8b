package io.github.camelajo.simulator;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** A request that has passed the gateway, with everything a service needs to answer it. */
record Call(
        ReceivedRequest request,
        Map<String, String> path,
        QueryString query,
        Sandbox sandbox,
        String clientId,
        String organizationId,
        String requestId,
        ErrorDialect errors) {

    String pathValue(String name) {
        return path.get(name);
    }

    /** The body as JSON; a body that is none ends the call with the service's own error form. */
    JsonNode json() {
        if (request.body().length == 0) {
            throw new Refusal(errors.malformedJson(requestId, "the body is empty"));
        }
        try {
            return Json.parse(request.body());
        } catch (JsonProcessingException e) {
            throw new Refusal(errors.malformedJson(requestId, e.getOriginalMessage()));
        }
    }

    /** A {@code true}/{@code false} query parameter; anything else ends the call with 400. */
    boolean flag(String name) {
        String value = query.first(name).orElse("false");
        if (!"true".equals(value) && !"false".equals(value)) {
            throw new Refusal(errors.badParameter(requestId, name, "must be true or false, not '" + value + "'"));
        }
        return Boolean.parseBoolean(value);
    }
}

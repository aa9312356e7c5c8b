package io.github.camelajo.simulator.internal.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.control.ReceivedRequest;

/**
 * A request that has passed the gateway, with everything that a service needs to answer it.
 *
 * @param files      the files of a multipart body
 * @param receivedAt when it arrived, by the simulator's clock
 */
public record Call(
        ReceivedRequest request,
        List<UploadedFile> files,
        Map<String, String> path,
        QueryString query,
        Sandbox sandbox,
        String clientId,
        String organizationId,
        String requestId,
        Instant receivedAt,
        ErrorDialect errors) {

    public String pathValue(String name) {
        return path.get(name);
    }

    /** Returns the first file in the part with that name. */
    public Optional<UploadedFile> file(String part) {
        return files.stream().filter(file -> file.part().equals(part)).findFirst();
    }

    /** Returns the body as JSON. If it is not JSON, the call ends with the error form of the service. */
    public JsonNode json() {
        if (request.body().length == 0) {
            throw new Refusal(errors.malformedJson(this, "the body is empty"));
        }
        try {
            return Json.parse(request.body());
        } catch (JsonProcessingException e) {
            throw new Refusal(errors.malformedJson(this, e.getOriginalMessage()));
        }
    }

    /** Returns the refusal of a query parameter, in the error form of the service. */
    public Refusal badParameter(String name, String detail) {
        return new Refusal(errors.badParameter(this, name, detail));
    }

    /**
     * Returns a query parameter that is a whole number. Any other value ends the call with a 400.
     *
     * @param otherwise the value of a missing parameter
     * @param most      the maximum; {@link Integer#MAX_VALUE} for none
     */
    public int number(String name, int otherwise, int least, int most) {
        String text = query.first(name).orElse(null);
        if (text == null) {
            return otherwise;
        }
        long number = text.matches("\\d{1,10}") ? Long.parseLong(text) : -1;
        if (number < least || number > most) {
            String range = most == Integer.MAX_VALUE ? "of at least " + least : "from " + least + " to " + most;
            throw badParameter(name, "must be a whole number " + range + ", not '" + text + "'");
        }
        return (int) number;
    }

    /** Returns a {@code true}/{@code false} query parameter. Any other value ends the call with a 400. */
    public boolean flag(String name) {
        String value = query.first(name).orElse("false");
        if (!"true".equals(value) && !"false".equals(value)) {
            throw badParameter(name, "must be true or false, not '" + value + "'");
        }
        return Boolean.parseBoolean(value);
    }
}

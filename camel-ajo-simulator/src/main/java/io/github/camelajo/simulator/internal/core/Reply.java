package io.github.camelajo.simulator.internal.core;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** The answer of a service: status, headers (including the content type) and body. */
public record Reply(int status, Map<String, String> headers, byte[] body) {

    public static final String JSON = "application/json";
    public static final String JSON_UTF8 = "application/json;charset=utf-8";
    private static final String CONTENT_TYPE = "Content-Type";

    public Reply {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public static Reply json(int status, JsonNode body) {
        return new Reply(status, Map.of(CONTENT_TYPE, JSON), Json.bytes(body));
    }

    public static Reply text(int status, String contentType, String body) {
        Map<String, String> headers = contentType == null ? Map.of() : Map.of(CONTENT_TYPE, contentType);
        return new Reply(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), new byte[0]);
    }

    public static Reply noContent() {
        return empty(204);
    }

    public Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }

    public Reply withContentType(String contentType) {
        return with(CONTENT_TYPE, contentType);
    }
}

package io.github.camelajo.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request as it came in.
 *
 * @param headers by name in lower case
 * @param body    as far as it came
 */
record Received(String line, Map<String, String> headers, byte[] body) {

    String header(String name) {
        return headers.get(name);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}

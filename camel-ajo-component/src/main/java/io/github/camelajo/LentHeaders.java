package io.github.camelajo;

import java.util.HashMap;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Headers that a message has for one call only. Its earlier values are restored afterwards. */
final class LentHeaders {

    private final Map<String, Object> headers;
    private final Map<String, Object> before = new HashMap<>();

    LentHeaders(Map<String, Object> headers) {
        this.headers = headers;
    }

    void set(Exchange exchange) {
        Message message = exchange.getMessage();
        headers.forEach((name, value) -> {
            // A header without a value differs from a missing one.
            if (message.getHeaders().containsKey(name)) {
                before.put(name, message.getHeader(name));
            }
            message.setHeader(name, value);
        });
    }

    void restore(Exchange exchange) {
        Message message = exchange.getMessage();
        headers.keySet().forEach(name -> {
            if (before.containsKey(name)) {
                message.setHeader(name, before.get(name));
            } else {
                message.removeHeader(name);
            }
        });
    }
}

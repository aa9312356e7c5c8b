package io.github.camelajo.example.customaction;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import org.apache.camel.Exchange;
import org.apache.camel.Predicate;

/** Whether a call has the API key of the action. Takes equally long for each wrong one. */
final class ActionKey implements Predicate {

    static final String HEADER = "X-Action-Key";

    private final byte[] key;

    ActionKey(String key) {
        if (key.length() < 16) {
            throw new IllegalArgumentException("The key of the action needs at least 16 characters");
        }
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean matches(Exchange exchange) {
        String sent = exchange.getMessage().getHeader(HEADER, "", String.class);
        // From here on nobody needs it, and a message with its headers may end in a log.
        exchange.getMessage().removeHeader(HEADER);
        return MessageDigest.isEqual(key, sent.getBytes(StandardCharsets.UTF_8));
    }
}

package io.github.camelajo.simulator.control;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A fault that is injected into the next calls.
 *
 * @param count       the number of calls that it applies to
 * @param status      the HTTP status of the answer; 0 lets the call through, so that only the delay applies
 * @param headers     the headers of the answer
 * @param body        the body of the answer; {@code null} for the usual body of that status
 * @param contentType the content type of {@code body}; {@code null} for none
 * @param pathPrefix  the beginning of the paths that it applies to; {@code null} for every path
 * @param connection  how the connection is broken instead of an answer; {@code null} for an answer
 * @param delay       the extra time before the answer
 */
public record Fault(
        int count,
        int status,
        Map<String, String> headers,
        String body,
        String contentType,
        String pathPrefix,
        Connection connection,
        Duration delay) {

    /** Ways to break a connection. */
    public enum Connection {
        /** The connection is reset without an answer. */
        RESET,
        /** The connection is closed without an answer. */
        EMPTY,
        /** A status line arrives, then garbage, and then the connection is closed. */
        MALFORMED
    }

    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");

    public Fault {
        headers = Map.copyOf(headers);
        headers.forEach(Fault::checkHeader);
        delay = Objects.requireNonNullElse(delay, Duration.ZERO);
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1, not " + count);
        }
        if (status != 0 && (status < 200 || status > 599)) {
            throw new IllegalArgumentException("status must be 0 or between 200 and 599, not " + status);
        }
    }

    private static void checkHeader(String name, String value) {
        if (!HEADER_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("headers has a name that HTTP does not allow: '" + name + "'");
        }
        if (!HEADER_VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "headers has a value that HTTP does not allow, of header '" + name + "'");
        }
    }

    /** Creates a fault that answers with a status. For 429 it adds {@code Retry-After: 1}, as Adobe's gateway does. */
    public static Fault ofStatus(int count, int status) {
        Builder builder = builder().count(count).status(status);
        return status == 429 ? builder.header("Retry-After", "1").build() : builder.build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Builds a fault. Without any settings, it answers one call with 500. */
    public static final class Builder {

        private int count = 1;
        private Integer status;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private String body;
        private String contentType;
        private String pathPrefix;
        private Connection connection;
        private Duration delay;

        private Builder() {}

        public Builder count(int newCount) {
            this.count = newCount;
            return this;
        }

        public Builder status(int newStatus) {
            this.status = newStatus;
            return this;
        }

        public Builder header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        public Builder headers(Map<String, String> more) {
            headers.putAll(more);
            return this;
        }

        public Builder body(String newBody) {
            this.body = newBody;
            return this;
        }

        /** Sets a body with its content type. */
        public Builder body(String newContentType, String newBody) {
            this.contentType = newContentType;
            this.body = newBody;
            return this;
        }

        public Builder contentType(String newContentType) {
            this.contentType = newContentType;
            return this;
        }

        public Builder pathPrefix(String newPathPrefix) {
            this.pathPrefix = newPathPrefix;
            return this;
        }

        public Builder connection(Connection newConnection) {
            this.connection = newConnection;
            return this;
        }

        public Builder reset() {
            return connection(Connection.RESET);
        }

        public Builder empty() {
            return connection(Connection.EMPTY);
        }

        public Builder malformed() {
            return connection(Connection.MALFORMED);
        }

        /** Sets an extra delay before the answer. If no status is set, the call itself is answered as usual. */
        public Builder delay(Duration newDelay) {
            this.delay = newDelay;
            return this;
        }

        public Fault build() {
            int effective = status != null ? status : delay != null && body == null ? 0 : 500;
            return new Fault(count, effective, headers, body, contentType, pathPrefix, connection, delay);
        }
    }
}

package io.github.camelajo.simulator.control;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;

/**
 * A custom action of a journey: the call that Journey Optimizer makes to your endpoint, with the settings of Adobe's
 * user interface. {@code AjoSimulator.callCustomAction} makes the call.
 *
 * @param method     {@code GET}, {@code POST} or {@code PUT}; Adobe supports no other
 * @param url        the address of the endpoint, {@code http} or {@code https}, without query. Adobe refuses IP
 *                   addresses, its own hosts, and ports other than 80 and 443. The simulator accepts any port
 * @param headers    headers in addition to {@code Content-Type}, by name; names must not begin with a dot or {@code $}
 * @param query      query parameters by name; the same rule applies
 * @param body       the JSON object to send, with {@code null} for a value that the journey does not have; {@code null}
 *                   for no body
 * @param sendNulls  whether a field without a value is sent as {@code null}. Otherwise it is left out
 * @param auth       how the call authenticates
 * @param timeout    the limit for the call and its repeats together, from 1 to 30 seconds
 * @param retryPause the pause between two attempts; Adobe does not document its length
 * @param sandbox    the sandbox whose capping configurations apply
 * @param journey    the name of the journey: each has its own token with {@link ActionAuth#custom}
 * @param tls        client certificate and trusted authorities; {@code null} for those of the JVM
 */
public record CustomAction(
        String method,
        String url,
        Map<String, String> headers,
        Map<String, String> query,
        Map<String, Object> body,
        boolean sendNulls,
        ActionAuth auth,
        Duration timeout,
        Duration retryPause,
        String sandbox,
        String journey,
        SSLContext tls) {

    /** Starts an action without a body. */
    public static Builder get(String url) {
        return new Builder("GET", url);
    }

    public static Builder post(String url) {
        return new Builder("POST", url);
    }

    public static Builder put(String url) {
        return new Builder("PUT", url);
    }

    /** Shows method and address without the query. Headers, body and credentials do not belong in logs. */
    @Override
    public String toString() {
        return method + " " + url;
    }

    /** Builds a custom action. Everything but method and address has a default. */
    public static final class Builder {

        private static final Duration SHORTEST = Duration.ofSeconds(1);
        private static final Duration LONGEST = Duration.ofSeconds(30);

        private final String method;
        private final String url;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private final Map<String, String> query = new LinkedHashMap<>();
        private Map<String, Object> body;
        private boolean sendNulls;
        private ActionAuth auth = ActionAuth.none();
        private Duration timeout = LONGEST;
        private Duration retryPause = Duration.ofMillis(100);
        private String sandbox = "prod";
        private String journey = "journey";
        private SSLContext tls;

        private Builder(String method, String url) {
            this.method = method;
            this.url = requireAddress(url);
        }

        public Builder header(String name, String value) {
            headers.put(requireName(name), Objects.requireNonNull(value));
            return this;
        }

        public Builder query(String name, String value) {
            query.put(requireName(name), Objects.requireNonNull(value));
            return this;
        }

        /** Sets the JSON object to send: maps, lists, texts, numbers, booleans and {@code null}. */
        public Builder body(Map<String, ?> newBody) {
            if (method.equals("GET")) {
                throw new IllegalArgumentException("A custom action with GET has no body");
            }
            body = new LinkedHashMap<>(newBody);
            return this;
        }

        /** Sets what Adobe calls "Allow NULL values". Off by default. */
        public Builder sendNulls(boolean newSendNulls) {
            sendNulls = newSendNulls;
            return this;
        }

        public Builder auth(ActionAuth newAuth) {
            auth = Objects.requireNonNull(newAuth);
            return this;
        }

        /** Sets the timeout. 30 seconds by default. */
        public Builder timeout(Duration newTimeout) {
            if (newTimeout.compareTo(SHORTEST) < 0 || newTimeout.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "The timeout of a journey is 1 to 30 seconds, not " + newTimeout.toMillis() + " ms");
            }
            timeout = newTimeout;
            return this;
        }

        /** Sets the pause between two attempts. 100 milliseconds by default. */
        public Builder retryPause(Duration newRetryPause) {
            if (newRetryPause.isNegative()) {
                throw new IllegalArgumentException("A pause must not be negative: " + newRetryPause);
            }
            retryPause = newRetryPause;
            return this;
        }

        /** Sets the sandbox. The production sandbox by default. */
        public Builder sandbox(String newSandbox) {
            sandbox = Objects.requireNonNull(newSandbox);
            return this;
        }

        public Builder journey(String newJourney) {
            journey = Objects.requireNonNull(newJourney);
            return this;
        }

        /**
         * Sets TLS for an endpoint that has a certificate of a test authority, or that asks for a client certificate.
         */
        public Builder tls(SSLContext newTls) {
            tls = newTls;
            return this;
        }

        public CustomAction build() {
            return new CustomAction(
                    method,
                    url,
                    Map.copyOf(headers),
                    new LinkedHashMap<>(query),
                    body,
                    sendNulls,
                    auth,
                    timeout,
                    retryPause,
                    sandbox,
                    journey,
                    tls);
        }

        private static String requireAddress(String url) {
            URI uri;
            try {
                uri = URI.create(url);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("The address of a custom action is not valid: " + e.getMessage(), e);
            }
            String scheme = String.valueOf(uri.getScheme());
            String host = uri.getHost();
            if (!scheme.equals("http") && !scheme.equals("https") || host == null) {
                throw new IllegalArgumentException(
                        "The address of a custom action must begin with http or https: " + url);
            }
            if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
                throw new IllegalArgumentException("The address of a custom action must have no query: use query(...)");
            }
            if (host.startsWith("[") || host.matches("[0-9.]+")) {
                throw new IllegalArgumentException(
                        "Adobe accepts no IP address for a custom action. Use a name such as localhost: " + host);
            }
            if (host.matches("(?i)(.*\\.)?adobe\\.[^.]+")) {
                throw new IllegalArgumentException("Adobe does not accept its own hosts for a custom action: " + host);
            }
            return url;
        }

        private static String requireName(String name) {
            if (name.isEmpty() || name.startsWith(".") || name.startsWith("$")) {
                throw new IllegalArgumentException("A name must not begin with a dot or $: '" + name + "'");
            }
            return name;
        }
    }
}

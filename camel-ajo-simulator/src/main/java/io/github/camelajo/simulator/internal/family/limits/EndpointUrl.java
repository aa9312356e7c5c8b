package io.github.camelajo.simulator.internal.family.limits;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the URL of an endpoint. It may have an asterisk in the path, but not in host or port. */
enum EndpointUrl {
    VALID,
    MALFORMED,
    WILDCARD_IN_AUTHORITY;

    private static final Pattern PARTS = Pattern.compile("https?://([^/?#]*)(.*)");

    static EndpointUrl judge(String url) {
        Matcher parts = PARTS.matcher(url);
        if (!parts.matches() || parts.group(1).isEmpty()) {
            return MALFORMED;
        }
        if (parts.group(1).contains("*")) {
            return WILDCARD_IN_AUTHORITY;
        }
        try {
            URI uri = new URI(url.replace('*', 'x'));
            return uri.getHost() == null || uri.getPort() > 65_535 ? MALFORMED : VALID;
        } catch (URISyntaxException e) {
            return MALFORMED;
        }
    }
}

package io.github.camelajo.internal.request;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * The address of a raw request. The host must be one that an operator configured, and nothing in the path may lead
 * elsewhere.
 *
 * @param uri whole address
 */
record RawTarget(URI uri) {

    // Steps out of a path, also encoded once or twice, and characters that servers and proxies read differently.
    private static final Pattern SUSPICIOUS = Pattern.compile(
            "(^|/)(\\.|%(25)*2e){1,2}(/|;|$)|%(25)*(2f|5c|0[0ad])|[^\\x21-\\x7e]|[\\\\#]", Pattern.CASE_INSENSITIVE);
    private static final Pattern BAD_QUERY = Pattern.compile("[^\\x21-\\x7e]|[#\\\\]");

    static RawTarget resolve(RequestDefaults defaults, RawCall call) {
        if (call.path() == null || call.path().isBlank()) {
            throw new IllegalArgumentException("no path is given: set the option path, for example path=/ajo/journey");
        }
        if (call.method() == null) {
            throw new IllegalArgumentException("no HTTP method is given, allowed: GET, POST, PUT, PATCH, DELETE");
        }
        String path = call.path();
        String query = call.query();
        int questionMark = path.indexOf('?');
        if (questionMark >= 0) {
            query = query == null ? path.substring(questionMark + 1) : path.substring(questionMark + 1) + "&" + query;
            path = path.substring(0, questionMark);
        }
        BaseUrl base = defaults.baseUrl();
        int scheme = path.indexOf("://");
        if (scheme >= 0) {
            int slash = path.indexOf('/', scheme + 3);
            String server = slash < 0 ? path : path.substring(0, slash);
            base = allowed(defaults, server);
            path = slash < 0 ? "/" : path.substring(slash);
        } else {
            if (!path.startsWith("/")) {
                path = "/" + path;
            }
            path = base.prefix() + path;
        }
        if (path.startsWith("//") || SUSPICIOUS.matcher(path).find()) {
            throw new IllegalArgumentException(
                    "the path has parts that could lead elsewhere (.., encoded slashes, backslashes, blanks, line breaks, #): encode values and "
                            + "write the path out");
        }
        if (query != null && BAD_QUERY.matcher(query).find()) {
            throw new IllegalArgumentException(
                    "the query must be percent-encoded: it has blanks, #, backslashes or letters beyond ASCII");
        }
        String whole = base.host().toURI() + path + (query == null || query.isEmpty() ? "" : "?" + query);
        return new RawTarget(URI.create(whole));
    }

    private static BaseUrl allowed(RequestDefaults defaults, String server) {
        // Unencrypted addresses are accepted here: what counts is whether the operator listed exactly this server.
        BaseUrl wanted = BaseUrl.parse("path", server, true);
        if (wanted.sameServer(defaults.baseUrl())) {
            return wanted;
        }
        for (BaseUrl candidate : defaults.allowedHosts()) {
            if (wanted.sameServer(candidate)) {
                return wanted;
            }
        }
        throw new IllegalArgumentException("the host " + wanted.host().toHostString()
                + " is not configured, and tokens are only sent to configured hosts. Add "
                + wanted.host().toURI()
                + " to the option allowedHosts of the component");
    }
}

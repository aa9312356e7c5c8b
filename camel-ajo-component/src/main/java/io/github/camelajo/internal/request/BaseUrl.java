package io.github.camelajo.internal.request;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

import io.github.camelajo.internal.text.Masking;
import org.apache.hc.core5.http.HttpHost;

/**
 * The address of an API: scheme, host, port and a path prefix. A token is only ever sent to such an address, and only
 * an operator can configure one.
 *
 * @param host   scheme, host and port
 * @param prefix path without a slash at its end, empty for none
 */
public record BaseUrl(HttpHost host, String prefix) {

    /**
     * Parses an address.
     *
     * @param  option                   the option it comes from, for the message
     * @param  allowInsecure            whether http is taken for hosts other than loopback
     * @throws IllegalArgumentException when it is not an http(s) URL, or when a token would travel in the clear
     */
    public static BaseUrl parse(String option, String url, boolean allowInsecure) {
        if (!url.contains("://")) {
            throw new IllegalArgumentException(
                    option + " is '" + shown(url) + "', which has no scheme; write https://" + shown(url));
        }
        URI uri = parseUri(option, url);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new IllegalArgumentException(option + " must be an https URL such as https://platform.adobe.io");
        }
        if (uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(option
                    + " must name a host, without user information, query or fragment: https://platform.adobe.io");
        }
        if (scheme.equals("http") && !allowInsecure && !isLoopback(uri.getHost())) {
            throw new IllegalArgumentException(option + " must be https: a token would travel unencrypted to "
                    + uri.getHost() + ". For a gateway inside a protected network set allowInsecureHttp=true");
        }
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return new BaseUrl(new HttpHost(scheme, uri.getHost(), port(uri, scheme)), path);
    }

    /** Whether two addresses are on the same server, so that a token for one may go to the other. */
    boolean sameServer(BaseUrl other) {
        return host.equals(other.host);
    }

    /** The address without a possible password before the host. */
    private static String shown(String url) {
        return Masking.cut(Masking.oneLine(url.substring(url.lastIndexOf('@') + 1)), 100);
    }

    private static URI parseUri(String option, String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(option + " is not a URL: " + e.getReason());
        }
    }

    private static int port(URI uri, String scheme) {
        int usual = scheme.equals("https") ? 443 : 80;
        // The default port is left out, so that two spellings of one server are equal.
        return uri.getPort() == usual ? -1 : uri.getPort();
    }

    /** Whether it names this machine, as the address of a simulator does; not so for what is no address at all. */
    public static boolean isOnThisMachine(String url) {
        try {
            String host = new URI(url).getHost();
            return host != null && isLoopback(host);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isLoopback(String host) {
        // By name and not by lookup: a DNS answer must not decide whether a token may travel unencrypted.
        return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    @Override
    public String toString() {
        return host.toURI() + prefix;
    }
}

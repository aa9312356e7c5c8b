package io.github.camelajo.simulator.internal.server;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.requestfilter.AdminRequestFilterV2;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Reply;

/**
 * Decides which admin calls are accepted. They need no login, and every program on the machine can reach the port,
 * including foreign web pages in a browser. Requests of such pages are refused before they have any effect: a browser
 * reports their origin, does not send JSON to another address without a preflight request, and does not let a page
 * choose the host. Calls to Adobe's APIs do not pass here, because they need a token.
 */
final class AdminDoor implements AdminRequestFilterV2 {

    /** Only the calls of this simulator. WireMock's own admin calls could stop it, or turn it into another server. */
    private static final Pattern OPEN = Pattern.compile("(?:/__admin)?/(?:ajo/[^?#]+|health)(?:\\?.*)?");

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+]");
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

    /** Public sites never have names below these, so no foreign page can come from one. */
    private static final List<String> PRIVATE_ENDINGS = List.of(".localhost", ".internal", ".test", ".cluster.local");

    private final Set<String> allowedHosts;

    /** @param allowedHosts further host names, in lower case, by which the simulator is reached */
    AdminDoor(Set<String> allowedHosts) {
        this.allowedHosts = allowedHosts;
    }

    @Override
    public String getName() {
        return "ajo-simulator-admin-door";
    }

    @Override
    public RequestFilterAction filter(Request request, ServeEvent event) {
        ResponseDefinition refusal = refusal(request);
        return refusal == null ? RequestFilterAction.continueWith(request) : RequestFilterAction.stopWith(refusal);
    }

    private ResponseDefinition refusal(Request request) {
        ResponseDefinition strange = strange(request, false);
        if (strange != null) {
            return strange;
        }
        if (!OPEN.matcher(request.getUrl()).matches()) {
            return refuse(404, "There is no such admin call. The admin calls of the simulator are below /__admin/ajo/");
        }
        if (!request.getMethod()
                .isOneOf(
                        RequestMethod.GET,
                        RequestMethod.HEAD,
                        RequestMethod.POST,
                        RequestMethod.PUT,
                        RequestMethod.DELETE)) {
            return refuse(405, "Admin calls use GET, POST, PUT and DELETE only");
        }
        boolean reads = request.getMethod().isOneOf(RequestMethod.GET, RequestMethod.HEAD);
        return reads || isJson(request)
                ? null
                : refuse(415, "An admin call that changes something needs the header Content-Type: application/json");
    }

    /**
     * Returns the refusal of a request that may come from a foreign page; {@code null} for other requests.
     *
     * @param linked whether a link on a foreign page may lead here. The browser then shows the answer, but the foreign
     *               page cannot read it
     */
    ResponseDefinition strange(Request request, boolean linked) {
        List<String> hosts = values(request, "Host");
        if (hosts.size() != 1) {
            return refuse(400, "An admin call needs one Host header");
        }
        String host = hosts.get(0).toLowerCase(Locale.ROOT);
        if (!isAllowed(PORT.matcher(host).replaceFirst(""))) {
            return refuse(
                    403,
                    "Admin calls are not accepted under this host name, because a foreign page may use it. Use localhost or an "
                            + "address, or allow the name: --allow-host, or adminHosts(...) of the builder");
        }
        for (String origin : values(request, "Origin")) {
            // With https, a proxy before the simulator has received the request.
            if (!origin.equalsIgnoreCase("http://" + host) && !origin.equalsIgnoreCase("https://" + host)) {
                return refuse(403, "Admin calls are not accepted from pages of another origin");
            }
        }
        boolean followed = linked
                && values(request, "Sec-Fetch-Mode").equals(List.of("navigate"))
                && values(request, "Sec-Fetch-Dest").equals(List.of("document"));
        for (String site : values(request, "Sec-Fetch-Site")) {
            if (!followed && !site.equals("same-origin") && !site.equals("none")) {
                return refuse(403, "Admin calls are not accepted from pages of another site");
            }
        }
        return null;
    }

    private boolean isAllowed(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return !name.isEmpty()
                && (!name.contains(".") && !name.contains(":")
                        || IPV4.matcher(name).matches()
                        || IPV6.matcher(name).matches()
                        || PRIVATE_ENDINGS.stream().anyMatch(name::endsWith)
                        || allowedHosts.contains(name));
    }

    private static boolean isJson(Request request) {
        List<String> types = values(request, "Content-Type");
        return types.size() == 1 && types.get(0).split(";", 2)[0].strip().equalsIgnoreCase(Reply.JSON);
    }

    private static List<String> values(Request request, String name) {
        HttpHeader header = request.header(name);
        return header.isPresent() ? header.values() : List.of();
    }

    private static ResponseDefinition refuse(int status, String why) {
        return new ResponseDefinitionBuilder()
                .withStatus(status)
                .withHeader("Content-Type", Reply.JSON)
                .withBody(Json.bytes(Json.object().put("error", why)))
                .build();
    }
}

package io.github.camelajo.internal.request;

import java.util.List;
import java.util.Map;

/**
 * What all requests of an endpoint have in common.
 *
 * @param baseUrl        where AJO is
 * @param allowedHosts   where else a raw request may go
 * @param clientId       sent as x-api-key
 * @param organizationId sent as x-gw-ims-org-id
 * @param sandbox        sent as x-sandbox-name when the call names no other; {@code null} for none
 * @param headers        further headers of every request
 * @param withToken      whether requests have a token
 */
public record RequestDefaults(
        BaseUrl baseUrl,
        List<BaseUrl> allowedHosts,
        String clientId,
        String organizationId,
        String sandbox,
        Map<String, String> headers,
        boolean withToken) {

    public RequestDefaults {
        allowedHosts = List.copyOf(allowedHosts);
        headers = Map.copyOf(headers);
    }

    /** Requests to the gateway. */
    public RequestDefaults(
            BaseUrl baseUrl, List<BaseUrl> allowedHosts, String clientId, String organizationId, String sandbox) {
        this(baseUrl, allowedHosts, clientId, organizationId, sandbox, Map.of(), true);
    }

    /**
     * The same for another host.
     *
     * @param more  headers that it wants beside the usual ones
     * @param token whether it gets a token
     */
    public RequestDefaults at(BaseUrl host, Map<String, String> more, boolean token) {
        return new RequestDefaults(host, allowedHosts, clientId, organizationId, sandbox, more, token);
    }
}

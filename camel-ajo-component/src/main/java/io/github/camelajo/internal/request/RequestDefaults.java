package io.github.camelajo.internal.request;

import java.util.List;

/**
 * What every request of an endpoint has in common.
 *
 * @param baseUrl        where AJO is
 * @param allowedHosts   where else a raw request may go
 * @param clientId       sent as x-api-key
 * @param organizationId sent as x-gw-ims-org-id
 * @param sandbox        sent as x-sandbox-name when the call names no other; {@code null} for none
 */
public record RequestDefaults(
        BaseUrl baseUrl, List<BaseUrl> allowedHosts, String clientId, String organizationId, String sandbox) {

    public RequestDefaults {
        allowedHosts = List.copyOf(allowedHosts);
    }
}

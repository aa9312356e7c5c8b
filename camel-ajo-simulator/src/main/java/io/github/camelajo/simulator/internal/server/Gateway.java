package io.github.camelajo.simulator.internal.server;

import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.simulator.internal.core.Access;
import io.github.camelajo.simulator.internal.core.ErrorBodies;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.SimulatorOptions;
import io.github.camelajo.simulator.internal.login.ImsService;
import io.github.camelajo.simulator.internal.login.TokenStore;

/**
 * The header checks of Adobe's API gateway. They run before any service sees a request.
 *
 * <p>Order of the checks (assumption): Authorization, x-api-key, scopes, x-gw-ims-org-id. A well-formed but foreign
 * organisation is answered as "credential not entitled" (403025), anything that is no organisation id at all as "no region"
 * (403027); that split is our assumption too, and so is 403011 rather than 401015 for a scope the token lacks.</p>
 */
public final class Gateway {

    private static final String BEARER = "Bearer ";

    private final SimulatorOptions options;
    private final TokenStore tokens;
    private final ImsService ims;

    public Gateway(SimulatorOptions options, TokenStore tokens, ImsService ims) {
        this.options = options;
        this.tokens = tokens;
        this.ims = ims;
    }

    /**
     * @param access what the operation asks for
     * @return the client id behind the request
     * @throws Refusal with the gateway's answer if a header is missing or wrong
     */
    String authorize(ReceivedRequest request, Access access) {
        if (!access.gateway()) {
            return options.clientId();
        }
        TokenStore.Token token = token(request);
        String apiKey = request.header("x-api-key");
        if (apiKey == null || apiKey.isBlank()) {
            throw refuse(403, "403000", "Api Key is required");
        }
        if (!ims.knowsClient(apiKey)) {
            throw refuse(403, "403003", "Api Key is invalid");
        }
        if (!apiKey.equals(token.clientId())) {
            throw refuse(401, "401014", "Oauth token is not allowed in the current context");
        }
        if (options.scopesChecked() && !access.allows(token.scopes())) {
            throw refuse(403, "403011", "Scope mismatch");
        }
        checkOrganization(request.header("x-gw-ims-org-id"), access);
        return apiKey;
    }

    private TokenStore.Token token(ReceivedRequest request) {
        String authorization = request.header("Authorization");
        if (authorization == null || authorization.isBlank()) {
            throw refuse(403, "403010", "Oauth token is missing");
        }
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw refuse(401, "401013", "Oauth token is not valid");
        }
        return tokens.valid(authorization.substring(BEARER.length()).strip())
                .orElseThrow(() -> refuse(401, "401013", "Oauth token is not valid"));
    }

    /** All tokens belong to one organization, so without the header there is nothing left to check. */
    private void checkOrganization(String organization, Access access) {
        if (organization == null || organization.isBlank()) {
            if (!access.organization()) {
                return;
            }
            throw refuse(400, "400003", "Required header x-gw-ims-org-id is missing");
        }
        if (!organization.endsWith("@AdobeOrg")) {
            throw refuse(403, "403027", "User region is missing");
        }
        if (!organization.equals(options.organizationId())) {
            throw refuse(403, "403025", "Profile is not valid");
        }
    }

    private static Refusal refuse(int status, String code, String message) {
        return new Refusal(ErrorBodies.gateway(status, code, message));
    }
}

package io.github.camelajo.simulator.internal.server;

import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.simulator.internal.core.Access;
import io.github.camelajo.simulator.internal.core.Bearer;
import io.github.camelajo.simulator.internal.core.ErrorBodies;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.SimulatorOptions;
import io.github.camelajo.simulator.internal.login.ImsService;
import io.github.camelajo.simulator.internal.login.TokenStore;

/**
 * The header checks of Adobe's API gateway. They run before any service sees a request.
 *
 * <p>Assumptions: the order of the checks (Authorization, x-api-key, scopes, x-gw-ims-org-id); 403025 (credential not
 * entitled) for the id of another organization, and 403027 (no region) for a value that is no organization id; 403011
 * instead of 401015 for a missing scope.</p>
 */
public final class Gateway {

    private final SimulatorOptions options;
    private final TokenStore tokens;
    private final ImsService ims;

    public Gateway(SimulatorOptions options, TokenStore tokens, ImsService ims) {
        this.options = options;
        this.tokens = tokens;
        this.ims = ims;
    }

    /**
     * Checks the headers of a call.
     *
     * @param access the requirements of the operation
     * @return the client id of the caller
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
        return Bearer.token(authorization)
                .flatMap(tokens::valid)
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

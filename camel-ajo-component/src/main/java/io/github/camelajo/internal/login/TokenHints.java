package io.github.camelajo.internal.login;

import java.net.URI;

/** Advice on refusals. Most of them come from the set-up in the Adobe Developer Console. */
final class TokenHints {

    private TokenHints() {}

    static String forError(int status, String error, URI endpoint) {
        if (error == null) {
            return forStatus(status);
        }
        return switch (error) {
            case "invalid_client" ->
                "Check that the client secret belongs to the client id and has not been deleted, and that"
                        + " both are of the environment of " + endpoint.getHost()
                        + ": a stage credential does not work in production, nor vice versa";
            case "invalid_scope", "invalid_target_scope" ->
                "Copy the scope list from the credential's page in the"
                        + " Adobe Developer Console; it differs from project to project";
            case "unauthorized_client", "unsupported_grant_type" ->
                "The credential must be of the type OAuth Server-to-Server;"
                        + " create one in the Adobe Developer Console";
            default ->
                "Compare token endpoint, client id, client secret and scopes with the credential's page in the Adobe"
                        + " Developer Console";
        };
    }

    private static String forStatus(int status) {
        if (status >= 300 && status < 400) {
            return "Redirects are not followed, because the secret would be sent along: set the token endpoint to the final address";
        }
        return switch (status) {
            case 404, 405 -> "Check the token endpoint; Adobe's is https://ims-na1.adobelogin.com/ims/token/v3";
            case 407 -> "The proxy requires its own login";
            default -> "This does not look like Adobe's login: check the token endpoint and any proxy in between";
        };
    }
}

package io.github.camelajo.internal.login;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.exception.FailureKind;
import io.github.camelajo.internal.login.TokenFailure.Again;
import io.github.camelajo.internal.text.Masking;
import io.github.camelajo.internal.text.RetryAfter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the answers of the login, including misleading ones. Adobe publishes no table of errors for this grant. The
 * format is that of OAuth 2.0 (RFC 6749, 5.2): {@code error} and {@code error_description}.
 */
public final class TokenAnswerReader {

    private static final Logger LOG = LoggerFactory.getLogger(TokenAnswerReader.class);

    private static final int MAX_SHOWN = 300;

    private final URI endpoint;
    private final Duration retryAfterMax;
    private final InstantSource clock;
    private final ObjectMapper mapper = new ObjectMapper();
    private final AtomicBoolean doubted = new AtomicBoolean();

    public TokenAnswerReader(URI endpoint, Duration retryAfterMax, InstantSource clock) {
        this.endpoint = endpoint;
        this.retryAfterMax = retryAfterMax;
        this.clock = clock;
    }

    TokenAnswer read(TokenTransport.Response response, Secrets secrets) {
        JsonNode json = json(response.body());
        if (response.status() >= 200 && response.status() < 300) {
            return granted(response, json, secrets);
        }
        return new TokenAnswer.Refused(refused(response, json, secrets));
    }

    private TokenAnswer granted(TokenTransport.Response response, JsonNode json, Secrets secrets) {
        if (json == null) {
            return invalid(
                    response,
                    secrets,
                    "is not JSON but " + described(response, secrets)
                            + ". Is this address really the token endpoint, and does a proxy answer for it?");
        }
        JsonNode token = json.get("access_token");
        if (token == null && json.hasNonNull("error")) {
            // An OAuth error with the status of a success.
            return new TokenAnswer.Refused(refused(response, json, secrets));
        }
        if (token == null || !token.isTextual() || token.textValue().isEmpty()) {
            return invalid(response, secrets, "has no access_token");
        }
        if (!token.textValue().chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            // The token goes into a header, where a line feed would start another one.
            return invalid(response, secrets, "has an access_token with characters that cannot stand in a header");
        }
        JsonNode type = json.get("token_type");
        if (type != null && !type.isNull() && !"bearer".equalsIgnoreCase(type.asText())) {
            return invalid(
                    response, secrets, "has the token_type '" + shown(type.asText(), secrets) + "' instead of bearer");
        }
        ExpiresIn expiresIn = ExpiresIn.of(json.get("expires_in"));
        if (expiresIn.lifetime() == null) {
            return invalid(response, secrets, "has a token that is over already: " + expiresIn.doubt());
        }
        if (expiresIn.doubt() != null && doubted.compareAndSet(false, true)) {
            LOG.warn("Unexpected answer from the login {}: {}", endpoint, expiresIn.doubt());
        }
        return new TokenAnswer.Granted(token.textValue(), expiresIn.lifetime());
    }

    private TokenFailure refused(TokenTransport.Response response, JsonNode json, Secrets secrets) {
        int status = response.status();
        String error = text(json, "error", secrets);
        String description = text(json, "error_description", secrets);
        Duration retryAfter = RetryAfter.parse(response.retryAfter(), clock.instant(), retryAfterMax);
        String debugId = shown(response.debugId(), secrets);
        // 408 is a 4xx, but it says that the request was slow, not that it was wrong.
        boolean busy = status == 429 || status == 408 || status >= 500;
        ErrorDetails details = new ErrorDetails(null, null, status, error, description, debugId, busy, retryAfter);

        StringBuilder text = new StringBuilder("No access token: the login ").append(endpoint);
        if (status == 429) {
            text.append(" asks for fewer token requests (429)");
        } else if (busy) {
            text.append(" could not answer (").append(status).append(')');
        } else {
            text.append(" refused the request (").append(status).append(')');
        }
        if (error != null) {
            text.append(": ").append(error);
        }
        if (description != null) {
            text.append(error == null ? ": " : ", ").append(description);
        }
        if (json == null && !busy) {
            text.append("; the answer is ").append(described(response, secrets));
        }
        if (!busy) {
            text.append(". ").append(advice(status, error));
        } else if (retryAfter != null) {
            text.append("; it asks to wait ").append(TokenFailure.seconds(retryAfter));
        }
        if (debugId != null) {
            text.append(" (x-debug-id ").append(debugId).append(')');
        }
        FailureKind kind =
                status == 429 ? FailureKind.RATE_LIMIT : busy ? FailureKind.SERVER : FailureKind.AUTHENTICATION;
        return new TokenFailure(kind, busy ? Again.SOON : Again.AFTER_CHANGE, text.toString(), details, null);
    }

    /** Advice on a refusal. Most of them come from the set-up in the Adobe Developer Console. */
    private String advice(int status, String error) {
        if (error == null) {
            return adviceOnStatus(status);
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

    private static String adviceOnStatus(int status) {
        if (status >= 300 && status < 400) {
            return "Redirects are not followed, because the secret would be sent along: set the token endpoint to the final address";
        }
        return switch (status) {
            case 404, 405 -> "Check the token endpoint; Adobe's is https://ims-na1.adobelogin.com/ims/token/v3";
            case 407 -> "The proxy requires its own login";
            default -> "This does not look like Adobe's login: check the token endpoint and any proxy in between";
        };
    }

    private TokenAnswer invalid(TokenTransport.Response response, Secrets secrets, String what) {
        String debugId = shown(response.debugId(), secrets);
        String text = "No access token: the answer of the login " + endpoint + " " + what
                + (debugId == null ? "" : " (x-debug-id " + debugId + ')');
        ErrorDetails details = new ErrorDetails(null, null, response.status(), null, null, debugId, false, null);
        return new TokenAnswer.Refused(
                new TokenFailure(FailureKind.INVALID_RESPONSE, Again.LATER, text, details, null));
    }

    /** The body as a JSON object, or {@code null}. The parser's message is dropped, because it can quote a token. */
    private JsonNode json(String body) {
        if (body == null || body.length() > TokenTransport.MAX_ANSWER) {
            return null;
        }
        try {
            JsonNode node = mapper.readTree(body);
            return node != null && node.isObject() ? node : null;
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }

    private static String described(TokenTransport.Response response, Secrets secrets) {
        if (response.body() == null || response.body().isBlank()) {
            return "empty";
        }
        if (response.body().length() > TokenTransport.MAX_ANSWER) {
            return "larger than 64 KB";
        }
        String type = shown(response.contentType(), secrets);
        return (type == null ? "of an unknown type" : type) + ", "
                + response.body().length() + " characters";
    }

    private static String text(JsonNode json, String field, Secrets secrets) {
        JsonNode node = json == null ? null : json.get(field);
        return node != null && node.isValueNode() && !node.isNull() ? shown(node.asText(), secrets) : null;
    }

    /**
     * A text from outside, made fit for a log: masked first (a cut could leave half a secret), on one line, and short.
     */
    private static String shown(String text, Secrets secrets) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Masking.cut(Masking.oneLine(secrets.mask(text).strip()), MAX_SHOWN);
    }
}

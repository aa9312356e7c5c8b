package io.github.camelajo.simulator.internal.login;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.simulator.internal.core.ErrorBodies;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.MalformedUriException;
import io.github.camelajo.simulator.internal.core.QueryString;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Scopes;
import io.github.camelajo.simulator.internal.core.SimulatorOptions;

/**
 * Adobe's login: {@code POST /ims/token/v3} with the client credentials grant.
 *
 * <p>The fields can be in the form body or, as IMS allows, in the query. Scopes are separated by commas. Assumptions:
 * the order of the errors and their texts, because Adobe publishes no table for this grant.</p>
 */
public final class ImsService {

    public static final String PREFIX = "/ims/";
    public static final String TOKEN_PATH = "/ims/token/v3";
    /** The path that Adobe's library for Node.js still uses. */
    private static final String OLD_TOKEN_PATH = "/ims/token/v2";

    static final String JWT_PATH = "/ims/exchange/jwt";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Map<String, Set<String>> secretsByClient = new HashMap<>();
    private final Set<String> grantedScopes = Scopes.granted();
    private final SimulatorOptions options;
    private final TokenStore tokens;

    public ImsService(SimulatorOptions options, TokenStore tokens) {
        this.options = options;
        this.tokens = tokens;
        options.otherClients().forEach((id, secret) -> secretsByClient.put(id, Set.of(secret)));
        secretsByClient.put(
                options.clientId(),
                options.secondaryClientSecret() == null
                        ? Set.of(options.clientSecret())
                        : Set.copyOf(List.of(options.clientSecret(), options.secondaryClientSecret())));
    }

    public boolean knowsClient(String clientId) {
        return secretsByClient.containsKey(clientId);
    }

    public Reply handle(ReceivedRequest request) {
        if (request.path().startsWith(JWT_PATH)) {
            return ErrorBodies.ims(
                    400,
                    "invalid_request",
                    "JWT (Service Account) credentials have ended; " + "use an OAuth Server-to-Server credential with "
                            + TOKEN_PATH);
        }
        if (!request.path().equals(TOKEN_PATH) && !request.path().equals(OLD_TOKEN_PATH)) {
            return ErrorBodies.noRoute();
        }
        if (!"POST".equals(request.method())) {
            return ErrorBodies.ims(405, "invalid_request", "Use POST").with("Allow", "POST");
        }
        try {
            return token(fields(request));
        } catch (Refusal e) {
            return e.reply();
        } catch (MalformedUriException e) {
            return refuse("invalid_request", "the form is not properly encoded").reply();
        }
    }

    private Map<String, String> fields(ReceivedRequest request) {
        Map<String, String> fields = new HashMap<>();
        addFirst(fields, QueryString.parse(request.query()));
        if (request.body().length > 0) {
            String type = request.header("Content-Type");
            if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
                throw refuse("invalid_request", "Content-Type must be " + FORM);
            }
            addFirst(fields, QueryString.parse(request.bodyAsString()));
        }
        return fields;
    }

    private static void addFirst(Map<String, String> fields, QueryString source) {
        source.values().forEach((name, values) -> fields.put(name, values.get(0)));
    }

    private Reply token(Map<String, String> fields) {
        String grant = required(fields, "grant_type");
        if (!"client_credentials".equals(grant)) {
            throw refuse("unsupported_grant_type", "grant_type '" + grant + "' is not supported");
        }
        String clientId = required(fields, "client_id");
        String secret = required(fields, "client_secret");
        Set<String> secrets = secretsByClient.get(clientId);
        if (secrets == null) {
            throw refuse("invalid_client", "invalid client_id parameter");
        }
        if (!secrets.contains(secret)) {
            throw refuse("invalid_client", "invalid client_secret parameter");
        }
        Set<String> scopes = scopes(fields.getOrDefault("scope", ""));
        TokenStore.Token token = tokens.issue(clientId, scopes, options.tokenLifetime());
        return Reply.json(
                        200,
                        Json.object()
                                .put("access_token", token.value())
                                .put("token_type", "bearer")
                                .put("expires_in", options.tokenLifetime().toSeconds()))
                .with("Cache-Control", "no-store");
    }

    private Set<String> scopes(String scope) {
        if (scope.isBlank()) {
            throw refuse("invalid_target_scope", "scope is missing");
        }
        List<String> names = Arrays.stream(scope.split(",")).map(String::strip).toList();
        List<String> unknown =
                names.stream().filter(name -> !grantedScopes.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw refuse("invalid_scope", "not granted to this client: " + String.join(", ", unknown));
        }
        return Set.copyOf(names);
    }

    private static String required(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null || value.isEmpty()) {
            throw refuse("invalid_request", name + " is missing");
        }
        return value;
    }

    private static Refusal refuse(String error, String description) {
        return new Refusal(ErrorBodies.ims(400, error, description));
    }
}

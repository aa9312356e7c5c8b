package io.github.camelajo.internal.login;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Who asks for tokens, and where: an OAuth Server-to-Server credential of the Adobe Developer Console.
 *
 * <p>
 * The secrets come through suppliers that are asked at each mint, on the token thread, so that a rotated secret needs no
 * restart. Adobe lets a credential hold two secrets at a time (Developer Console, "Rotating client secrets"); the second one is
 * tried once when the first is refused as {@code invalid_client}.
 * </p>
 */
public final class ClientCredentials {

    private final URI tokenEndpoint;
    private final String clientId;
    private final Supplier<String> clientSecret;
    private final Supplier<String> secondaryClientSecret;
    private final List<String> scopes;

    public ClientCredentials(URI tokenEndpoint, String clientId, Supplier<String> clientSecret, List<String> scopes) {
        this(tokenEndpoint, clientId, clientSecret, null, scopes);
    }

    /**
     * @param  tokenEndpoint            for example {@code https://ims-na1.adobelogin.com/ims/token/v3}
     * @param  clientId                 the client id, which is also the API key
     * @param  clientSecret             read anew at each mint
     * @param  secondaryClientSecret    may be {@code null}, and may give {@code null} or blank
     * @param  scopes                   as the credential's page lists them; an entry may hold several, with commas or blanks
     * @throws IllegalArgumentException when one of them cannot work; the text says what to do
     */
    public ClientCredentials(
            URI tokenEndpoint,
            String clientId,
            Supplier<String> clientSecret,
            Supplier<String> secondaryClientSecret,
            List<String> scopes) {
        this.tokenEndpoint = checked(tokenEndpoint);
        if (clientId == null || clientId.isBlank()) {
            throw new IllegalArgumentException(
                    "The client id is missing: copy it from the credential's page in the Adobe Developer Console");
        }
        this.clientId = clientId.strip();
        this.clientSecret = Objects.requireNonNull(clientSecret, "clientSecret");
        this.secondaryClientSecret = secondaryClientSecret;
        this.scopes = split(scopes);
        if (this.scopes.isEmpty()) {
            throw new IllegalArgumentException(
                    "The scope list is missing: copy it from the credential's page in the Adobe Developer Console");
        }
    }

    public URI tokenEndpoint() {
        return tokenEndpoint;
    }

    public String clientId() {
        return clientId;
    }

    public Supplier<String> clientSecret() {
        return clientSecret;
    }

    /** The supplier of the second secret, or {@code null}. */
    public Supplier<String> secondaryClientSecret() {
        return secondaryClientSecret;
    }

    /** One scope per entry, without repetitions, in the given order. */
    public List<String> scopes() {
        return scopes;
    }

    /** Reads the suppliers. Their exceptions are passed on. */
    public Secrets readSecrets() {
        return new Secrets(clientSecret.get(), secondaryClientSecret == null ? null : secondaryClientSecret.get());
    }

    private static List<String> split(List<String> scopes) {
        Set<String> single = new LinkedHashSet<>();
        for (String entry : scopes == null ? List.<String>of() : scopes) {
            for (String scope : entry == null ? new String[0] : entry.split("[,\\s]+")) {
                if (!scope.isEmpty()) {
                    single.add(scope);
                }
            }
        }
        return List.copyOf(single);
    }

    private static URI checked(URI endpoint) {
        Objects.requireNonNull(endpoint, "tokenEndpoint");
        String scheme = endpoint.getScheme() == null ? "" : endpoint.getScheme().toLowerCase(Locale.ROOT);
        if (endpoint.getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
            throw new IllegalArgumentException(
                    "The token endpoint must be a full address such as https://ims-na1.adobelogin.com/ims/token/v3");
        }
        // Messages do not repeat the address, because it can contain the secret.
        if (endpoint.getRawUserInfo() != null || endpoint.getRawQuery() != null || endpoint.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "The token endpoint must not have user information, a query or a fragment: everything is sent in the form");
        }
        String path = endpoint.getPath() == null ? "" : endpoint.getPath().toLowerCase(Locale.ROOT);
        if (path.replaceAll("/+$", "").endsWith("/exchange/jwt")) {
            throw new IllegalArgumentException("The token endpoint " + endpoint
                    + " is for JWT (Service Account) credentials, which Adobe has ended."
                    + " Create an OAuth Server-to-Server credential in the Adobe Developer Console"
                    + " and use the token endpoint https://ims-na1.adobelogin.com/ims/token/v3");
        }
        return endpoint;
    }

    @Override
    public String toString() {
        return "ClientCredentials[" + tokenEndpoint + ", client " + clientId + ", secret " + Secrets.MASK + ", scopes "
                + scopes + "]";
    }
}

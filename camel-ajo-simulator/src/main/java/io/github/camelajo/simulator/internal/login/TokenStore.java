package io.github.camelajo.simulator.internal.login;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens that were issued and until when each is good. */
public final class TokenStore {

    private static final int RANDOM_BYTES = 96;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    public TokenStore(InstantSource clock) {
        this.clock = clock;
    }

    /** Random on purpose, seed or no seed: a token of one simulator must mean nothing to another. */
    Token issue(String clientId, Set<String> scopes, Duration lifetime) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Token token =
                new Token(value, clientId, Set.copyOf(scopes), clock.instant().plus(lifetime));
        tokens.put(value, token);
        return token;
    }

    /** The token behind a value if it is known and has not run out. */
    public Optional<Token> valid(String value) {
        return Optional.ofNullable(tokens.get(value))
                .filter(token -> clock.instant().isBefore(token.expiresAt()));
    }

    public void expireAll() {
        Instant now = clock.instant();
        tokens.replaceAll((value, token) -> token.expiredAt(now));
    }

    public void expire(String value) {
        Instant now = clock.instant();
        tokens.computeIfPresent(value, (known, token) -> token.expiredAt(now));
    }

    public Set<String> values() {
        return Set.copyOf(tokens.keySet());
    }

    public long validCount() {
        Instant now = clock.instant();
        return tokens.values().stream()
                .filter(token -> now.isBefore(token.expiresAt()))
                .count();
    }

    public void clear() {
        tokens.clear();
    }

    /** A bearer token, the client it was issued to and the scopes that client asked for. */
    public record Token(String value, String clientId, Set<String> scopes, Instant expiresAt) {

        private Token expiredAt(Instant when) {
            return new Token(value, clientId, scopes, when);
        }

        @Override
        public String toString() {
            return "Token[clientId=" + clientId + ", scopes=" + scopes + ", expiresAt=" + expiresAt + "]";
        }
    }
}

package io.github.camelajo.simulator.internal.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens that were issued and until when each is good. */
public final class TokenStore {

    private static final int RANDOM_BYTES = 96;
    private static final int FINGERPRINT_BYTES = 6;

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
        Instant now = clock.instant();
        Token token = new Token(value, clientId, Set.copyOf(scopes), now, now.plus(lifetime));
        tokens.put(value, token);
        return token;
    }

    /** The token behind a value if it is known and has not run out. */
    public Optional<Token> valid(String value) {
        return Optional.ofNullable(tokens.get(value))
                .filter(token -> clock.instant().isBefore(token.expiresAt()));
    }

    /** The token behind a value, run out or not. */
    public Optional<Token> find(String value) {
        return Optional.ofNullable(tokens.get(value));
    }

    /** The tokens that were issued last, the newest first. */
    public List<Token> latest(int count) {
        return tokens.values().stream()
                .sorted(Comparator.comparing(Token::issuedAt).reversed())
                .limit(count)
                .toList();
    }

    /** @return whether there is a token with that {@link Token#fingerprint()} */
    public boolean expireByFingerprint(String fingerprint) {
        List<Token> found = tokens.values().stream()
                .filter(token -> token.fingerprint().equals(fingerprint))
                .toList();
        found.forEach(token -> expire(token.value()));
        return !found.isEmpty();
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
    public record Token(String value, String clientId, Set<String> scopes, Instant issuedAt, Instant expiresAt) {

        /** Names the token without giving it away: the beginning of its SHA-256, in hex. */
        public String fingerprint() {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
                return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }

        private Token expiredAt(Instant when) {
            return when.isBefore(expiresAt) ? new Token(value, clientId, scopes, issuedAt, when) : this;
        }

        @Override
        public String toString() {
            return "Token[clientId=" + clientId + ", scopes=" + scopes + ", expiresAt=" + expiresAt + "]";
        }
    }
}

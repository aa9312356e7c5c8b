package io.github.camelajo.simulator.internal.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.github.camelajo.simulator.internal.core.Codec;

/** The tokens that were issued, and how long each one is valid. */
public final class TokenStore {

    private static final int RANDOM_BYTES = 96;
    private static final int FINGERPRINT_BYTES = 6;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final Map<String, Digest> restored = new ConcurrentHashMap<>();

    public TokenStore(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Issues a token. Its value is random whatever the seed, because a token of one simulator must not be valid in
     * another.
     */
    Token issue(String clientId, Set<String> scopes, Duration lifetime) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        Token token = new Token(value, clientId, Set.copyOf(scopes), now, now.plus(lifetime));
        tokens.put(value, token);
        return token;
    }

    /** Returns what is needed to recognize each valid token, and nothing that would allow anybody to use it. */
    public Digest[] digests() {
        Instant now = clock.instant();
        Map<String, Digest> all = new TreeMap<>();
        Stream.concat(
                        tokens.values().stream()
                                .map(token -> new Digest(
                                        digest(token.value()),
                                        token.clientId(),
                                        token.scopes(),
                                        token.issuedAt(),
                                        token.expiresAt())),
                        restored.values().stream())
                .filter(known -> now.isBefore(known.expiresAt()))
                .forEach(known -> all.put(known.sha256(), known));
        return all.values().toArray(new Digest[0]);
    }

    /** Replaces the known tokens. */
    public void restore(Digest... digests) {
        clear();
        for (Digest digest : digests) {
            restored.put(digest.sha256(), digest);
        }
    }

    private static String digest(String value) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Returns the token with this value if it is known and has not expired. */
    public Optional<Token> valid(String value) {
        return Optional.ofNullable(tokens.get(value))
                .or(() -> restored.isEmpty()
                        ? Optional.empty()
                        : Optional.ofNullable(restored.get(digest(value))).map(known -> known.token(value)))
                .filter(token -> clock.instant().isBefore(token.expiresAt()));
    }

    /** Returns the token with this value, even if it has expired. */
    public Optional<Token> find(String value) {
        return Optional.ofNullable(tokens.get(value));
    }

    /** Returns the last issued tokens, the newest first. */
    public List<Token> latest(int count) {
        return tokens.values().stream()
                .sorted(Comparator.comparing(Token::issuedAt).reversed())
                .limit(count)
                .toList();
    }

    /**
     * Invalidates a token.
     *
     * @return whether there is a token with that {@link Token#fingerprint()}
     */
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
        restored.clear();
    }

    public void expire(String value) {
        Instant now = clock.instant();
        tokens.computeIfPresent(value, (known, token) -> token.expiredAt(now));
        restored.remove(digest(value));
    }

    public Set<String> values() {
        return Set.copyOf(tokens.keySet());
    }

    public long validCount() {
        Instant now = clock.instant();
        return Stream.concat(
                        tokens.values().stream().map(Token::expiresAt),
                        restored.values().stream().map(Digest::expiresAt))
                .filter(now::isBefore)
                .count();
    }

    public void clear() {
        tokens.clear();
        restored.clear();
    }

    /** A token in a state file. Its value has 96 random bytes, so nobody can derive it from the digest. */
    public record Digest(String sha256, String clientId, Set<String> scopes, Instant issuedAt, Instant expiresAt) {

        /** Sorts the scopes, so that the same state gives the same file. */
        public Digest {
            Codec.required(sha256, "sha256");
            Codec.required(clientId, "clientId");
            Codec.required(issuedAt, "issuedAt");
            Codec.required(expiresAt, "expiresAt");
            Codec.required(scopes, "scopes");
            scopes = Collections.unmodifiableSet(new TreeSet<>(scopes));
        }

        private Token token(String value) {
            return new Token(value, clientId, scopes, issuedAt, expiresAt);
        }
    }

    /** A bearer token, with the client that it was issued to and the scopes that the client requested. */
    public record Token(String value, String clientId, Set<String> scopes, Instant issuedAt, Instant expiresAt) {

        /** Identifies the token without revealing it: the beginning of its SHA-256, in hex. */
        public String fingerprint() {
            return digest(value).substring(0, 2 * FINGERPRINT_BYTES);
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

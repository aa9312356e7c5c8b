package io.github.camelajo.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Payloads in the form in which they are stored: plain JSON, or encrypted and in Base64. */
final class Payloads {

    /** Null for none. */
    private final PayloadCipher cipher;

    Payloads(PayloadCipher cipher) {
        this.cipher = cipher;
    }

    Stored store(String payload) {
        if (cipher == null) {
            return new Stored(payload, null);
        }
        String keyId = cipher.keyId();
        byte[] encrypted = cipher.encrypt(payload.getBytes(StandardCharsets.UTF_8));
        return new Stored(Base64.getEncoder().encodeToString(encrypted), keyId);
    }

    /** @return null if the payload was blanked */
    String read(String stored, String keyId) {
        if (stored == null || keyId == null) {
            return stored;
        }
        if (cipher == null) {
            throw new IllegalStateException(
                    "A payload is encrypted with key " + keyId + ", but the store has no cipher");
        }
        return new String(cipher.decrypt(keyId, Base64.getDecoder().decode(stored)), StandardCharsets.UTF_8);
    }

    /** @param keyId null if it is plain */
    record Stored(String text, String keyId) {}
}

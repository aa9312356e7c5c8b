package io.github.camelajo.store;

/** Encrypts payloads before they are stored. Implementations must be thread-safe. */
public interface PayloadCipher {

    /**
     * Returns the id of the key that {@link #encrypt} uses now; 1 to 200 characters. It is stored beside the payload,
     * so that keys can change.
     */
    String keyId();

    byte[] encrypt(byte[] payload);

    /**
     * Decrypts a payload.
     *
     * @param  keyId                    the id of the key that encrypted the payload
     * @throws IllegalArgumentException if the key is unknown, or did not encrypt the payload
     */
    byte[] decrypt(String keyId, byte[] encrypted);
}

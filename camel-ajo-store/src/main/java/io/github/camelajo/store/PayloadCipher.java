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
     * @param  keyId                    of the key that the payload was encrypted with
     * @throws IllegalArgumentException if the key is not known, or the payload was not encrypted with it
     */
    byte[] decrypt(String keyId, byte[] encrypted);
}

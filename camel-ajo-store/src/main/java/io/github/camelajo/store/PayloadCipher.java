package io.github.camelajo.store;

/** Encrypts payloads before they are stored. Has to be safe for use by several threads. */
public interface PayloadCipher {

    /** The key that {@link #encrypt} uses now; 1 to 200 characters. Stored beside the payload, so that keys can change. */
    String keyId();

    byte[] encrypt(byte[] payload);

    /**
     * The opposite.
     *
     * @param  keyId                    of the key that the payload was encrypted with
     * @throws IllegalArgumentException if the key is not known, or the payload was not encrypted with it
     */
    byte[] decrypt(String keyId, byte[] encrypted);
}

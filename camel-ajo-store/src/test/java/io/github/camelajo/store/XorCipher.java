package io.github.camelajo.store;

import java.nio.charset.StandardCharsets;

/** Makes payloads unreadable for tests. It is not secure. */
record XorCipher(String keyId) implements PayloadCipher {

    @Override
    public byte[] encrypt(byte[] payload) {
        return apply(keyId, payload);
    }

    @Override
    public byte[] decrypt(String usedKeyId, byte[] encrypted) {
        return apply(usedKeyId, encrypted);
    }

    private static byte[] apply(String key, byte[] bytes) {
        byte[] pattern = key.getBytes(StandardCharsets.UTF_8);
        byte[] result = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            result[i] = (byte) (bytes[i] ^ pattern[i % pattern.length] ^ 0x55);
        }
        return result;
    }
}

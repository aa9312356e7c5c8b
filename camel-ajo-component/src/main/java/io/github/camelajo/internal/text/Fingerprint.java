package io.github.camelajo.internal.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Represents a secret or token where two have to be told apart: SHA-256, never the value. */
public final class Fingerprint {

    private static final int BRIEF_LENGTH = 8;

    private Fingerprint() {}

    /** All 64 hex digits, for keys. */
    public static String of(String value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    /** The first 8 hex digits, for logs and displays. */
    public static String brief(String value) {
        return of(value).substring(0, BRIEF_LENGTH);
    }
}

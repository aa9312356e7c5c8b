package io.github.camelajo.simulator.internal.core;

import java.nio.charset.StandardCharsets;

/**
 * One file of a {@code multipart/form-data} body.
 *
 * @param part     name of the part
 * @param fileName as the part gives it
 */
public record UploadedFile(String part, String fileName, byte[] content) {

    public int size() {
        return content.length;
    }

    /** Returns the content, decoded as UTF-8. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }
}

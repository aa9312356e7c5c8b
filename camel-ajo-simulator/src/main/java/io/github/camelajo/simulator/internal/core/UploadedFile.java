package io.github.camelajo.simulator.internal.core;

import java.nio.charset.StandardCharsets;

/**
 * One file of a {@code multipart/form-data} body.
 *
 * @param part     the name of its part
 * @param fileName the name of the file, as the part gives it
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

package io.github.camelajo.internal.operation;

import java.util.List;

/**
 * The file in a multipart body.
 *
 * @param name      name of the part
 * @param mediaType media type of the part
 * @param maxBytes  the most Adobe takes, 0 when not documented
 * @param columns   first line of a CSV file, whose names may not be changed; empty when not documented
 */
public record FilePart(String name, String mediaType, long maxBytes, List<String> columns) {

    public FilePart {
        columns = List.copyOf(columns);
    }

    /** A CSV file in the part {@code file}. */
    public static FilePart csv(long maxBytes, String... columns) {
        return new FilePart("file", "text/csv", maxBytes, List.of(columns));
    }

    /** The complaint about a size, or {@code null} when it is fine. */
    public String complaint(long bytes) {
        return maxBytes > 0 && bytes > maxBytes
                ? "the file has " + bytes + " bytes, allowed: at most " + maxBytes + "; split it"
                : null;
    }
}

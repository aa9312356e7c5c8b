package io.github.camelajo.internal.request;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;

/**
 * A file that is sent as it was when the request was created. Its length is announced before its content, and a server
 * that gets less waits for the rest.
 */
final class SentFile {

    private static final int CHUNK = 16 * 1024;

    private final File file;
    private final long length;

    SentFile(File file) {
        this.file = file;
        this.length = file.length();
    }

    long length() {
        return length;
    }

    InputStream open() throws IOException {
        try {
            return Files.newInputStream(file.toPath());
        } catch (IOException e) {
            throw new FileChangedException(file, "cannot be read any more", e);
        }
    }

    /**
     * Writes as many bytes as were announced.
     *
     * @throws FileChangedException when there are fewer
     */
    void writeTo(OutputStream out) throws IOException {
        byte[] buffer = new byte[CHUNK];
        long left = length;
        try (InputStream in = open()) {
            while (left > 0) {
                int read = read(in, buffer, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new FileChangedException(
                            file, "became shorter: " + (length - left) + " bytes in place of " + length, null);
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }

    /** Separate from writing, because only a failure here is the fault of the file. */
    private int read(InputStream in, byte[] buffer, int most) throws IOException {
        try {
            return in.read(buffer, 0, most);
        } catch (IOException e) {
            throw new FileChangedException(file, "cannot be read any more", e);
        }
    }
}

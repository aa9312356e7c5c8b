package io.github.camelajo.internal.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of a stream, converted to UTF-8 while it is read. */
final class TranscodingStream extends InputStream {

    private final Reader reader;
    private final char[] chars = new char[4096];
    private byte[] bytes = new byte[0];
    private int position;
    /** The first half of a surrogate pair, whose second half has not been read yet. */
    private int kept;

    TranscodingStream(InputStream stream, Charset charset) {
        this.reader = new InputStreamReader(stream, charset);
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - position);
        System.arraycopy(bytes, position, target, offset, count);
        position += count;
        return count;
    }

    /** Whether a byte is available. */
    private boolean fill() throws IOException {
        while (position == bytes.length) {
            int count = reader.read(chars, kept, chars.length - kept);
            int end = kept + Math.max(count, 0);
            if (end == 0) {
                return false;
            }
            kept = count > 0 && Character.isHighSurrogate(chars[end - 1]) ? 1 : 0;
            bytes = new String(chars, 0, end - kept).getBytes(StandardCharsets.UTF_8);
            position = 0;
            if (kept == 1) {
                chars[0] = chars[end - 1];
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}

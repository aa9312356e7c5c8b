package io.github.camelajo.internal.request;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The encoding of a text.
 *
 * @param charset the charset
 * @param mark    how many bytes of a byte order mark stand before the text
 */
record Encoding(Charset charset, int mark) {

    private static final int[] UTF_8_MARK = {0xEF, 0xBB, 0xBF};
    private static final int[] UTF_16LE_MARK = {0xFF, 0xFE};
    private static final int[] UTF_16BE_MARK = {0xFE, 0xFF};

    /** The encoding of a text whose beginning has not been read. */
    static Encoding unknown(Charset said) {
        return new Encoding(said, 0);
    }

    /** A byte order mark overrides what is said about the text. */
    static Encoding of(byte[] head, Charset said) {
        if (startsWith(head, UTF_8_MARK)) {
            return new Encoding(StandardCharsets.UTF_8, UTF_8_MARK.length);
        }
        if (startsWith(head, UTF_16LE_MARK)) {
            return new Encoding(StandardCharsets.UTF_16LE, UTF_16LE_MARK.length);
        }
        if (startsWith(head, UTF_16BE_MARK)) {
            return new Encoding(StandardCharsets.UTF_16BE, UTF_16BE_MARK.length);
        }
        return new Encoding(said, 0);
    }

    private static boolean startsWith(byte[] head, int[] mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether there are only blanks. Blanks have the same codes in all charsets, apart from zero bytes between them. In
     * UTF-8 a zero is an ordinary character.
     *
     * @param end how many of the bytes count
     */
    static boolean isBlank(byte[] bytes, int end, Encoding encoding) {
        for (int i = encoding.mark; i < end; i++) {
            byte code = bytes[i];
            boolean blank =
                    code == ' ' || code == '\t' || code == '\r' || code == '\n' || code == 0 && !encoding.isUtf8();
            if (!blank) {
                return false;
            }
        }
        return true;
    }

    private boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /** Whether the bytes go out unchanged. */
    boolean isPlain() {
        return isUtf8() && mark == 0;
    }

    /** The number of bytes that go out for so many bytes; -1 when only reading them tells. */
    long length(long all) {
        return isUtf8() && all > 0 ? all - mark : -1;
    }

    byte[] inUtf8(byte[] all) {
        if (isPlain()) {
            return all;
        }
        return isUtf8()
                ? Arrays.copyOfRange(all, mark, all.length)
                : new String(all, mark, all.length - mark, charset).getBytes(StandardCharsets.UTF_8);
    }

    /** @param stream begins behind the mark */
    InputStream inUtf8(InputStream stream) {
        return isUtf8() ? stream : new TranscodingStream(stream, charset);
    }
}

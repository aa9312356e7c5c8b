package io.github.camelajo.internal.request;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.apache.camel.StreamCache;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;

/**
 * Text or bytes of a message as they go out. Text is UTF-8 without a byte order mark, and not empty. Files and streams
 * are not read into memory.
 */
final class Payload {

    /** How much is examined to find a byte order mark or a character that is not blank. */
    private static final int HEAD = 8192;
    /** More blanks than that are taken as intended. */
    private static final int MOST_BLANKS = 8 * HEAD;

    /** Opens the bytes. Works more than once only if they are repeatable. */
    private interface Source {
        InputStream open() throws IOException;
    }

    /** {@code null} if everything is in memory. */
    private final Source source;
    /** Everything, if it is in memory; otherwise {@code null}. */
    private final byte[] bytes;
    /** The same as text, if it came as text; otherwise {@code null}. */
    private final String text;
    /** The file, if it goes out unchanged; otherwise {@code null}. */
    private final File file;

    private final boolean repeatable;
    private final long length;

    private Payload(Source source, byte[] bytes, String text, File file, boolean repeatable, long length) {
        this.source = source;
        this.bytes = bytes;
        this.text = text;
        this.file = file;
        this.repeatable = repeatable;
        this.length = length;
    }

    /** Whether a body is text or bytes rather than values that become JSON. */
    static boolean isPossible(Object body) {
        return body instanceof String
                || body instanceof byte[]
                || body instanceof InputStream
                || body instanceof StreamCache
                || body instanceof EncodedBody
                || FileBodies.of(body) != null;
    }

    /**
     * A body as text in UTF-8.
     *
     * @return {@code null} when it is empty or blank
     */
    static Payload text(Object body) throws IOException {
        if (body instanceof String text) {
            return of(text, StandardCharsets.UTF_8);
        }
        return body instanceof EncodedBody encoded
                ? text(encoded.content(), encoded.charset(), encoded.certain())
                : text(body, StandardCharsets.UTF_8, true);
    }

    /**
     * A body as it is. Bytes are not changed.
     *
     * @param  charset what text is written in
     * @return         {@code null} when it is empty
     */
    static Payload asItIs(Object body, Charset charset) throws IOException {
        if (body instanceof String text) {
            return of(text, charset);
        }
        Object content = body instanceof EncodedBody encoded ? encoded.content() : body;
        if (content instanceof byte[] all) {
            return all.length == 0 ? null : ofBytes(all);
        }
        return open(content, new Encoding(StandardCharsets.UTF_8, 0), false);
    }

    private static Payload of(String given, Charset charset) {
        byte[] bytes = bytes(given, charset);
        return bytes == null ? null : new Payload(null, bytes, unmarked(given), null, true, bytes.length);
    }

    /** The bytes of a text without its byte order mark; {@code null} if it is blank. */
    static byte[] bytes(String given, Charset charset) {
        String text = unmarked(given);
        return text.isBlank() ? null : text.getBytes(charset);
    }

    private static String unmarked(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Payload ofBytes(byte[] bytes) {
        return new Payload(null, bytes, null, null, true, bytes.length);
    }

    private static Payload text(Object content, Charset said, boolean certain) throws IOException {
        if (content instanceof byte[] all) {
            boolean kept = !certain && Utf8.isText(new ByteArrayInputStream(all));
            Encoding encoding = Encoding.of(all, kept ? StandardCharsets.UTF_8 : said);
            if (Encoding.isBlank(all, all.length, encoding)) {
                return null;
            }
            return ofBytes(encoding.inUtf8(all));
        }
        if (content instanceof StreamCache && content instanceof InputStream cached && !certain) {
            rewind(content);
            boolean kept = Utf8.isText(cached);
            rewind(content);
            return open(content, Encoding.unknown(kept ? StandardCharsets.UTF_8 : said), true);
        }
        return open(content, Encoding.unknown(said), true);
    }

    /** @param asText whether to look for a byte order mark and for blanks */
    private static Payload open(Object content, Encoding said, boolean asText) throws IOException {
        File file = FileBodies.readable(content);
        if (file != null) {
            return ofFile(file, said, asText);
        }
        if (content instanceof StreamCache cache) {
            return ofCache(cache, said, asText);
        }
        InputStream stream = (InputStream) content;
        byte[] head = head(stream, said.charset());
        Encoding encoding = asText ? Encoding.of(head, said.charset()) : said;
        if (asText ? isBlank(head, encoding) : head.length == 0) {
            stream.close();
            return null;
        }
        InputStream whole = new SequenceInputStream(
                new ByteArrayInputStream(head, encoding.mark(), head.length - encoding.mark()), stream);
        return new Payload(() -> encoding.inUtf8(whole), null, null, null, false, -1);
    }

    private static Payload ofFile(File file, Encoding said, boolean asText) throws IOException {
        byte[] head;
        try (InputStream stream = new FileInputStream(file)) {
            head = head(stream, said.charset());
        }
        Encoding encoding = asText ? Encoding.of(head, said.charset()) : said;
        if (asText ? isBlank(head, encoding) : head.length == 0) {
            return null;
        }
        Source source = () -> encoding.inUtf8(skipping(new FileInputStream(file), encoding.mark()));
        return encoding.isPlain()
                ? new Payload(source, null, null, file, true, file.length())
                : new Payload(source, null, null, null, true, encoding.length(file.length()));
    }

    private static Payload ofCache(StreamCache cache, Encoding said, boolean asText) throws IOException {
        cache.reset();
        if (!(cache instanceof InputStream stream)) {
            // Mostly XML. It is short, and there is no other way to see its first bytes.
            ByteArrayOutputStream copy = new ByteArrayOutputStream();
            cache.writeTo(copy);
            cache.reset();
            return asText ? text(copy.toByteArray(), said.charset(), true) : asItIs(copy.toByteArray(), null);
        }
        byte[] head = head(stream, said.charset());
        cache.reset();
        Encoding encoding = asText ? Encoding.of(head, said.charset()) : said;
        if (asText ? isBlank(head, encoding) : head.length == 0) {
            return null;
        }
        Source source = () -> {
            cache.reset();
            // The cache belongs to the exchange, so its reader must not close it.
            return encoding.inUtf8(skipping(new Unclosed(stream), encoding.mark()));
        };
        return new Payload(source, null, null, null, true, encoding.length(cache.length()));
    }

    /** Reads the first bytes, up to one that is not blank if there is any. */
    private static byte[] head(InputStream stream, Charset said) throws IOException {
        byte[] head = new byte[HEAD];
        int count = 0;
        while (count < MOST_BLANKS) {
            int more = stream.read(head, count, head.length - count);
            if (more < 0) {
                break;
            }
            count += more;
            if (count >= 4 && !Encoding.isBlank(head, count, Encoding.of(head, said))) {
                break;
            }
            if (count == head.length) {
                head = Arrays.copyOf(head, count * 2);
            }
        }
        return Arrays.copyOf(head, count);
    }

    private static boolean isBlank(byte[] head, Encoding encoding) {
        return head.length < MOST_BLANKS && Encoding.isBlank(head, head.length, encoding);
    }

    private static InputStream skipping(InputStream stream, int bytes) throws IOException {
        stream.skipNBytes(bytes);
        return stream;
    }

    private static void rewind(Object content) {
        ((StreamCache) content).reset();
    }

    /** All bytes. Works only once, unless they are repeatable. */
    byte[] bytes() throws IOException {
        if (bytes != null) {
            return bytes;
        }
        try (InputStream stream = source.open()) {
            return stream.readAllBytes();
        }
    }

    /** The text if it came as text; otherwise {@code null}. */
    String text() {
        return text;
    }

    /** The file that goes out unchanged; otherwise {@code null}. */
    File file() {
        return file;
    }

    /** Whether everything is in memory. */
    boolean isInMemory() {
        return bytes != null;
    }

    boolean isRepeatable() {
        return repeatable;
    }

    /** The number of bytes; -1 if it is not known beforehand. */
    long length() {
        return length;
    }

    InputStream open() throws IOException {
        return bytes == null ? source.open() : new ByteArrayInputStream(bytes);
    }

    void writeTo(OutputStream out) throws IOException {
        try (InputStream content = open()) {
            content.transferTo(out);
        }
    }

    HttpEntity toEntity() throws IOException {
        if (bytes != null) {
            return new ByteArrayEntity(bytes, null);
        }
        if (file != null) {
            return FileParts.entity(file);
        }
        return repeatable ? new PayloadEntity(this) : new InputStreamEntity(source.open(), null);
    }

    /** Reads a stream that belongs to somebody else. */
    private static final class Unclosed extends FilterInputStream {

        Unclosed(InputStream stream) {
            super(stream);
        }

        @Override
        public void close() {
            // Its owner closes it.
        }
    }
}

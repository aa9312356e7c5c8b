package io.github.camelajo.internal.wire;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.io.ModalCloseable;

/** An answer whose body has not been read yet. Must be closed, which gives its connection back. */
public final class AjoResponse implements Closeable {

    private static final Duration FEW_BYTES = Duration.ofSeconds(1);

    private final ClassicHttpResponse response;
    private final Deadline deadline;
    private final String sentRequestId;
    private Duration idleLimit;
    private boolean atEnd;

    /** @param sentRequestId the id that left with the request, {@code null} for none */
    AjoResponse(ClassicHttpResponse response, Deadline deadline, String sentRequestId) {
        this.response = response;
        this.deadline = deadline;
        this.sentRequestId = sentRequestId;
    }

    public int status() {
        return response.getCode();
    }

    public boolean isSuccess() {
        return status() >= 200 && status() < 300;
    }

    /** The value of a header, or {@code null}. */
    public String header(String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    /** The id of the request: the server's, or the one that was sent; {@code null} for none. */
    public String requestId() {
        String id = header("X-Request-Id");
        return id == null ? sentRequestId : id;
    }

    /** What the answer asks to wait, as the server wrote it; {@code null} for nothing. */
    public String retryAfter() {
        String value = header("Retry-After");
        // One answer of the gateway spells it this way, with a unit behind the number.
        return value != null ? value : header("Retry_After");
    }

    /** The media type without parameters in lower case, empty when there is none. */
    public String mediaType() {
        HttpEntity entity = response.getEntity();
        String type = entity == null ? null : entity.getContentType();
        if (type == null) {
            return "";
        }
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).trim().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * Whether something tells where the body ends: a length, chunks or the packing. Otherwise it ends with the connection, however
     * that came to its end.
     */
    public boolean isEndTold() {
        HttpEntity entity = response.getEntity();
        return entity == null || entity.getContentLength() >= 0 || entity.isChunked() || isUnpacked(entity);
    }

    /** Asked by name: HttpClient 5.6 has this class in another package than 5.5. */
    private static boolean isUnpacked(HttpEntity entity) {
        for (Class<?> type = entity.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getSimpleName().equals("DecompressingEntity")) {
                return true;
            }
        }
        return false;
    }

    /** The body, unpacked; {@code null} when there is none. */
    public InputStream content() throws IOException {
        HttpEntity entity = response.getEntity();
        return entity == null ? null : new Content(entity.getContent());
    }

    /**
     * Gives the body to somebody who closes it later: the connection stays with it until then.
     *
     * @param idleLimit the longest time between two reads, after which the connection is taken away; zero for none
     */
    public InputStream handOverContent(Duration idleLimit) throws IOException {
        InputStream content = content();
        if (content == null) {
            return InputStream.nullInputStream();
        }
        this.idleLimit = idleLimit;
        deadline.restart(idleLimit);
        return content;
    }

    /** Gives the connection back; a body that was read to its end leaves it usable, otherwise it is dropped. */
    @Override
    public void close() {
        if (idleLimit == null) {
            release();
        }
    }

    private void release() {
        if (atEnd) {
            // Behind a packed body a few bytes are left; more than that is not worth the wait.
            deadline.restart(FEW_BYTES);
            Closer.closeQuietly(response);
        }
        deadline.end();
        drop(response);
    }

    /** Closes an answer without reading what is still to come, as an orderly close would: it may be endless. */
    static void drop(ClassicHttpResponse response) {
        if (response instanceof ModalCloseable closeable) {
            closeable.close(CloseMode.IMMEDIATE);
        } else {
            Closer.closeQuietly(response);
        }
    }

    /** Why the call was cut off, {@code null} when it was not. */
    public Deadline.End cutOff() {
        return deadline.cutOff();
    }

    /** The body, and who closes it gives the connection back. */
    private final class Content extends FilterInputStream {

        Content(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            beforeRead();
            int b = super.read();
            afterRead(b);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            beforeRead();
            int n = super.read(buffer, offset, length);
            afterRead(n);
            return n;
        }

        /** While somebody reads, it is the server that takes its time, which has a limit of its own. */
        private void beforeRead() {
            if (idleLimit != null) {
                deadline.pause();
            }
        }

        private void afterRead(int result) {
            atEnd = result < 0;
            if (idleLimit != null) {
                if (atEnd) {
                    deadline.end();
                } else {
                    deadline.runAgain(idleLimit);
                }
            }
        }

        @Override
        public void close() {
            release();
        }
    }
}

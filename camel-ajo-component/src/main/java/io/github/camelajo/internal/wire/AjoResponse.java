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

/** An answer whose body has not been read yet. It must be closed, which releases its connection. */
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

    /** The id of the request: the server's, or else the one that was sent; {@code null} for none. */
    public String requestId() {
        String id = header("X-Request-Id");
        return id == null ? sentRequestId : id;
    }

    /** How long the answer asks to wait, as the server wrote it; {@code null} for nothing. */
    public String retryAfter() {
        String value = header("Retry-After");
        // One answer of the gateway has this spelling, with a unit after the number.
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
     * Whether the end of the body is marked: by a length, by chunks or by the compression. Otherwise it ends with the
     * connection, for whatever reason that ended.
     */
    public boolean isEndTold() {
        HttpEntity entity = response.getEntity();
        return entity == null || entity.getContentLength() >= 0 || entity.isChunked() || isUnpacked(entity);
    }

    /** Compared by name: HttpClient 5.6 has this class in another package than 5.5. */
    private static boolean isUnpacked(HttpEntity entity) {
        for (Class<?> type = entity.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getSimpleName().equals("DecompressingEntity")) {
                return true;
            }
        }
        return false;
    }

    /** The body, decompressed; {@code null} when there is none. */
    public InputStream content() throws IOException {
        HttpEntity entity = response.getEntity();
        return entity == null ? null : new Content(entity.getContent());
    }

    /**
     * Hands the body to somebody who closes it later. The connection stays with it until then.
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

    /** Releases the connection. It can be reused if the body was read to its end; otherwise it is closed. */
    @Override
    public void close() {
        if (idleLimit == null) {
            release();
        }
    }

    private void release() {
        if (atEnd) {
            // A compressed body leaves a few bytes behind. More than that is not worth the wait.
            deadline.restart(FEW_BYTES);
            Closer.closeQuietly(response);
        }
        deadline.end();
        drop(response);
    }

    /** Closes an answer without reading the rest, as an orderly close would: the rest may be endless. */
    static void drop(ClassicHttpResponse response) {
        if (response instanceof ModalCloseable closeable) {
            closeable.close(CloseMode.IMMEDIATE);
        } else {
            Closer.closeQuietly(response);
        }
    }

    /** Why the call was cut off; {@code null} when it was not. */
    public Deadline.End cutOff() {
        return deadline.cutOff();
    }

    /** The body. Closing it releases the connection. */
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

        /** During a read it is the server that takes its time, and it has a limit of its own. */
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

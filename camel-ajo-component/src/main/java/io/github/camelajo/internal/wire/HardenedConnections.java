package io.github.camelajo.internal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpRequestWriterFactory;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.HttpMessageWriter;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/**
 * Makes connections that bear a server which breaks the rules of HTTP: the head of an answer has a size and must be whole, what
 * is no HTTP is an error at once, an answer that comes before the whole body has left is read, and bytes that nobody asked for are not
 * taken for the answer to the next call. The last would give one caller what belongs to another; Adobe does send bodies
 * behind a 204.
 */
final class HardenedConnections implements HttpConnectionFactory<ManagedHttpClientConnection> {

    /** Far above what Adobe, gateways and proxies send; Apache's default is no limit. */
    private static final Http1Config LIMITS = Http1Config.custom()
            .setMaxHeaderCount(500)
            .setMaxLineLength(64 * 1024)
            .build();

    /**
     * A kept connection may have been closed by the server. To find out takes a millisecond, so one that was in use just now is
     * not asked; any other is, as a call that must not be repeated is lost when it turns out too late.
     */
    private static final long ASK_AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private static final DefaultHttpRequestWriterFactory WRITERS = new DefaultHttpRequestWriterFactory(LIMITS);
    private static final DefaultHttpResponseParserFactory PARSERS = new DefaultHttpResponseParserFactory(LIMITS);

    /** Connections that gave their last answer before this time are asked before each call, as others have been found closed. */
    private volatile long distrusted = System.nanoTime();

    /** What happened on a kept connection since its last call forbids another one. Nothing of that has been sent. */
    static final class SpoiltConnectionException extends IOException {

        private static final long serialVersionUID = 1L;

        SpoiltConnectionException(String message) {
            super(message);
        }
    }

    /** A kept connection has turned out closed: the others may have met the same end. */
    void distrustKept() {
        distrusted = System.nanoTime();
    }

    @Override
    public ManagedHttpClientConnection createConnection(Socket socket) throws IOException {
        Input input = new Input();
        input.connection = ManagedHttpClientConnectionFactory.builder()
                .http1Config(LIMITS)
                .responseParserFactory(ignored -> input.noticedBy(PARSERS.create()))
                .requestWriterFactory(() -> input.checkedBy(WRITERS.create()))
                .responseOutOfOrderStrategy(MonitoringResponseOutOfOrderStrategy.INSTANCE)
                .build()
                .createConnection(socket);
        return input.connection;
    }

    /** What has come in on one connection. Used by one thread at a time. */
    private final class Input {

        private ManagedHttpClientConnection connection;
        private SessionInputBuffer buffer;
        private InputStream socket;
        private long lastAnswer;

        HttpMessageParser<ClassicHttpResponse> noticedBy(HttpMessageParser<ClassicHttpResponse> parser) {
            return (from, stream) -> {
                buffer = from;
                socket = stream;
                ClassicHttpResponse head = parser.parse(new ResponseHeadBuffer(from), stream);
                lastAnswer = System.nanoTime();
                return head;
            };
        }

        HttpMessageWriter<ClassicHttpRequest> checkedBy(HttpMessageWriter<ClassicHttpRequest> writer) {
            return (request, to, stream) -> {
                if (buffer != null) {
                    check(request);
                }
                writer.write(request, to, stream);
            };
        }

        private void check(ClassicHttpRequest request) throws IOException {
            // Every GET is safe to repeat, so it goes out again when that turns out too late, but only once: see
            // CallAttempt.
            boolean ask = lastAnswer - distrusted <= 0
                    || !Method.GET.isSame(request.getMethod()) && System.nanoTime() - lastAnswer > ASK_AFTER_NANOS;
            if (ask && connection.isStale()) {
                throw new SpoiltConnectionException("The server has closed the connection");
            }
            if (buffer.length() > 0 || socket.available() > 0) {
                throw new SpoiltConnectionException("The server sent something that nobody asked for");
            }
        }
    }
}

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
 * Creates connections that withstand a server which breaks the rules of HTTP. The head of an answer is limited in size
 * and must be complete. What is not HTTP is an error at once. An answer that arrives before the whole request was sent
 * is read. Unexpected bytes are not taken for the answer to the next call; that would give one caller what belongs to
 * another. Adobe does send bodies after a 204.
 */
final class HardenedConnections implements HttpConnectionFactory<ManagedHttpClientConnection> {

    /** Far more than Adobe, gateways and proxies send. Apache's default is no limit. */
    private static final Http1Config LIMITS = Http1Config.custom()
            .setMaxHeaderCount(500)
            .setMaxLineLength(64 * 1024)
            .build();

    /**
     * The server may have closed a kept connection. Checking takes a millisecond, so a connection that was used just
     * now is not checked. All others are, because a call that must not be repeated is lost if this turns out too late.
     */
    private static final long ASK_AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private static final DefaultHttpRequestWriterFactory WRITERS = new DefaultHttpRequestWriterFactory(LIMITS);
    private static final DefaultHttpResponseParserFactory PARSERS = new DefaultHttpResponseParserFactory(LIMITS);

    /**
     * Connections whose last answer is older than this are checked before each call, because others were found closed.
     */
    private volatile long distrusted = System.nanoTime();

    /** What happened on a kept connection since its last call rules out another one. Nothing has been sent. */
    static final class SpoiltConnectionException extends IOException {

        private static final long serialVersionUID = 1L;

        SpoiltConnectionException(String message) {
            super(message);
        }
    }

    /** A kept connection turned out to be closed; the others may be closed too. */
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

    /** Counts what arrived on one connection. Only one thread uses it at a time. */
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
            // A GET is safe to repeat, so it is sent again if this turns out too late, but only once: see CallAttempt.
            boolean ask = lastAnswer - distrusted <= 0
                    || !Method.GET.isSame(request.getMethod()) && System.nanoTime() - lastAnswer > ASK_AFTER_NANOS;
            if (ask && connection.isStale()) {
                throw new SpoiltConnectionException("The server has closed the connection");
            }
            if (buffer.length() > 0 || socket.available() > 0) {
                throw new SpoiltConnectionException("The server sent unexpected data");
            }
        }
    }
}

package io.github.camelajo.internal.wire;

import java.io.IOException;
import java.io.InputStream;

import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.io.HttpTransportMetrics;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * Reads the head of one answer. Apache's parser takes the end of a connection for the end of the headers, so a
 * truncated head would look like a success with an empty body.
 */
final class ResponseHeadBuffer implements SessionInputBuffer {

    private final SessionInputBuffer buffer;
    private boolean begun;

    ResponseHeadBuffer(SessionInputBuffer buffer) {
        this.buffer = buffer;
    }

    @Override
    public int readLine(CharArrayBuffer line, InputStream stream) throws IOException {
        int length = buffer.readLine(line, stream);
        if (length < 0 && begun) {
            throw new ConnectionClosedException("Closed in the middle of the head of an answer");
        }
        begun = true;
        return length;
    }

    @Override
    public int length() {
        return buffer.length();
    }

    @Override
    public int capacity() {
        return buffer.capacity();
    }

    @Override
    public int available() {
        return buffer.available();
    }

    @Override
    public int read(byte[] bytes, int offset, int length, InputStream stream) throws IOException {
        return buffer.read(bytes, offset, length, stream);
    }

    @Override
    public int read(byte[] bytes, InputStream stream) throws IOException {
        return buffer.read(bytes, stream);
    }

    @Override
    public int read(InputStream stream) throws IOException {
        return buffer.read(stream);
    }

    @Override
    public HttpTransportMetrics getMetrics() {
        return buffer.getMetrics();
    }
}

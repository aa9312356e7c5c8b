package io.github.camelajo.internal.answer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

import io.github.camelajo.internal.wire.AjoResponse;
import io.github.camelajo.internal.wire.Deadline;

/**
 * An answer that the route reads. It holds a connection until it is closed. When it can no longer be read, it says why,
 * and a small answer says the same as a large one.
 */
public final class AnswerStream extends FilterInputStream {

    private static final String INSTEAD = "; read it in the route, or use outputType=json or map";

    private final AjoResponse response;
    private final Duration idleLimit;
    /** The reason why it can no longer be read; {@code null} while it can. */
    private volatile String end;

    private AnswerStream(InputStream in, AjoResponse response, Duration idleLimit) {
        super(in);
        this.response = response;
        this.idleLimit = idleLimit;
    }

    /** @param idleLimit the longest time between two reads; zero for none */
    static AnswerStream of(AjoResponse response, Duration idleLimit) throws IOException {
        return new AnswerStream(response.handOverContent(idleLimit), response, idleLimit);
    }

    @Override
    public int read() throws IOException {
        requireOpen();
        try {
            return super.read();
        } catch (IOException e) {
            throw told(e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        requireOpen();
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            throw told(e);
        }
    }

    @Override
    public long skip(long n) throws IOException {
        requireOpen();
        return super.skip(n);
    }

    @Override
    public int available() throws IOException {
        requireOpen();
        return super.available();
    }

    private void requireOpen() throws IOException {
        String why = end == null ? cutOff() : end;
        if (why != null) {
            throw new IOException(why);
        }
    }

    /** The client would only say that the socket is closed. */
    private IOException told(IOException failure) {
        String why = end == null ? cutOff() : end;
        return why == null ? failure : new IOException(why, failure);
    }

    private String cutOff() {
        Deadline.End reason = response.cutOff();
        if (reason == null) {
            return null;
        }
        return switch (reason) {
            case TIME_IS_UP ->
                "The stream of the answer is closed: it was not read for " + idleLimit.toMillis()
                        + " milliseconds (option streamIdleTimeout)";
            case COMPONENT_STOPS -> "The stream of the answer is closed: the ajo component has stopped";
        };
    }

    @Override
    public void close() throws IOException {
        end("The stream of the answer has been closed" + INSTEAD);
    }

    /** Closes the stream because its exchange has ended. */
    public void closeWithExchange() throws IOException {
        end("The stream of the answer is closed because its exchange has ended" + INSTEAD);
    }

    private void end(String why) throws IOException {
        if (end == null) {
            end = why;
            super.close();
        }
    }
}

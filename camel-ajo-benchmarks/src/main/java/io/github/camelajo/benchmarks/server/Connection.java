package io.github.camelajo.benchmarks.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.BiConsumer;

/** One connection of the server: takes requests apart, whose bodies it skips, and sends answers. */
final class Connection {

    private static final int LARGEST_REQUEST = 1024 * 1024;
    private static final int USUAL_REQUEST = 64 * 1024;

    private final SocketChannel channel;
    private final SelectionKey key;
    private ByteBuffer in = ByteBuffer.allocate(USUAL_REQUEST);
    private final Deque<ByteBuffer> out = new ArrayDeque<>();

    Connection(SocketChannel channel, SelectionKey key) {
        this.channel = channel;
        this.key = key;
    }

    void read(BiConsumer<Connection, String> answer) {
        try {
            if (channel.read(in) < 0) {
                close();
                return;
            }
            int from = 0;
            int end;
            while ((end = endOfRequest(from)) >= 0) {
                int start = from;
                from = end;
                answer.accept(this, target(start));
            }
            if (from > 0) {
                in.flip().position(from);
                in.compact();
            } else if (!in.hasRemaining()) {
                grow();
            }
        } catch (IOException e) {
            close();
        }
    }

    /** A batch of events does not fit into the usual buffer. */
    private void grow() {
        if (in.capacity() >= LARGEST_REQUEST) {
            close();
            return;
        }
        ByteBuffer larger = ByteBuffer.allocate(LARGEST_REQUEST);
        in.flip();
        larger.put(in);
        in = larger;
    }

    /** Where the request that begins here ends, or -1 when it is not there yet. */
    private int endOfRequest(int from) {
        byte[] bytes = in.array();
        int last = in.position() - 3;
        for (int i = from; i < last; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                int bodyStart = i + 4;
                String head = new String(bytes, from, i - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                if (head.contains("\r\ntransfer-encoding:")) {
                    return endOfChunks(bodyStart);
                }
                int end = bodyStart + contentLength(head);
                return end <= in.position() ? end : -1;
            }
        }
        return -1;
    }

    private int endOfChunks(int from) {
        // Chunks of these benchmarks hold JSON, in which this cannot occur.
        String body = new String(in.array(), from, in.position() - from, StandardCharsets.ISO_8859_1);
        int end = body.startsWith("0\r\n\r\n") ? 0 : body.indexOf("\r\n0\r\n\r\n");
        return end < 0 ? -1 : from + end + (end == 0 ? 5 : 7);
    }

    private static int contentLength(String head) {
        int at = head.indexOf("\r\ncontent-length:");
        if (at < 0) {
            return 0;
        }
        int end = head.indexOf('\r', at + 2);
        return Integer.parseInt(
                head.substring(at + 17, end < 0 ? head.length() : end).trim());
    }

    private String target(int start) {
        byte[] bytes = in.array();
        int from = start;
        while (bytes[from] != ' ') {
            from++;
        }
        int to = from + 1;
        while (bytes[to] != ' ') {
            to++;
        }
        return new String(bytes, from + 1, to - from - 1, StandardCharsets.ISO_8859_1);
    }

    void send(byte[] answer) {
        ByteBuffer buffer = ByteBuffer.wrap(answer);
        try {
            if (out.isEmpty()) {
                channel.write(buffer);
            }
            if (buffer.hasRemaining()) {
                out.add(buffer);
                key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            }
        } catch (IOException e) {
            close();
        }
    }

    void flush() {
        try {
            while (!out.isEmpty()) {
                channel.write(out.peek());
                if (out.peek().hasRemaining()) {
                    return;
                }
                out.poll();
            }
            key.interestOps(SelectionKey.OP_READ);
        } catch (IOException e) {
            close();
        }
    }

    private void close() {
        key.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            // It is of no use any more.
        }
    }
}

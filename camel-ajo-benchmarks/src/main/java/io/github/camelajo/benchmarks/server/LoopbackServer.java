package io.github.camelajo.benchmarks.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Iterator;
import java.util.PriorityQueue;

/**
 * Answers HTTP requests with canned bytes, in a process of its own: one thread, no allocation to speak of beside the head of a
 * request. A path that begins with {@code /d100} is answered 100 ms later; no thread waits for that. Listens on loopback only,
 * and ends when its standard input does, that is with the process that started it.
 */
public final class LoopbackServer {

    private final Selector selector;
    private final ServerSocketChannel listener;
    private final Answers answers;
    private final PriorityQueue<Delayed> delayed = new PriorityQueue<>();

    /** An answer that is due later. */
    private record Delayed(long dueNanos, long number, Connection connection, byte[] answer)
            implements Comparable<Delayed> {

        @Override
        public int compareTo(Delayed other) {
            int byTime = Long.compare(dueNanos, other.dueNanos);
            return byTime == 0 ? Long.compare(number, other.number) : byTime;
        }
    }

    private long delayedSoFar;

    private LoopbackServer() throws IOException {
        selector = Selector.open();
        listener = ServerSocketChannel.open();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
        answers = new Answers(Thread.currentThread());
    }

    /** Prints the port and serves. */
    public static void main(String[] args) throws IOException {
        LoopbackServer server = new LoopbackServer();
        Thread end = new Thread(LoopbackServer::endWithInput, "end");
        end.setDaemon(true);
        end.start();
        System.out.println(((InetSocketAddress) server.listener.getLocalAddress()).getPort());
        System.out.flush();
        server.serve();
    }

    private static void endWithInput() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is said there.
            }
        } catch (IOException e) {
            // Ends as well.
        }
        Runtime.getRuntime().halt(0);
    }

    private void serve() throws IOException {
        while (true) {
            long wait = delayed.isEmpty() ? 0 : delayed.peek().dueNanos() - System.nanoTime();
            if (delayed.isEmpty()) {
                selector.select();
            } else if (wait > 0) {
                selector.select(Math.max(1, (wait + 500_000) / 1_000_000));
            } else {
                selector.selectNow();
            }
            answerDue();
            Iterator<SelectionKey> keys = selector.selectedKeys().iterator();
            while (keys.hasNext()) {
                SelectionKey key = keys.next();
                keys.remove();
                serve(key);
            }
        }
    }

    private void answerDue() {
        long now = System.nanoTime();
        while (!delayed.isEmpty() && delayed.peek().dueNanos() - now <= 0) {
            Delayed due = delayed.poll();
            due.connection().send(due.answer());
        }
    }

    private void serve(SelectionKey key) throws IOException {
        if (key.isAcceptable()) {
            SocketChannel accepted = listener.accept();
            if (accepted != null) {
                accepted.configureBlocking(false);
                accepted.socket().setTcpNoDelay(true);
                SelectionKey own = accepted.register(selector, SelectionKey.OP_READ);
                own.attach(new Connection(accepted, own));
            }
            return;
        }
        Connection connection = (Connection) key.attachment();
        if (key.isValid() && key.isWritable()) {
            connection.flush();
        }
        if (key.isValid() && key.isReadable()) {
            connection.read(this::answer);
        }
    }

    private void answer(Connection connection, String target) {
        Answers.Reply reply = answers.to(target);
        if (reply.delayMillis() == 0) {
            connection.send(reply.bytes());
        } else {
            delayed.add(new Delayed(
                    System.nanoTime() + reply.delayMillis() * 1_000_000L, delayedSoFar++, connection, reply.bytes()));
        }
    }
}

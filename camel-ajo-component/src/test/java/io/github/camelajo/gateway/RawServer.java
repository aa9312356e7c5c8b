package io.github.camelajo.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A server that does what a script says, however wrong that is, and remembers what came in. */
final class RawServer implements AutoCloseable {

    /** What the server does on a connection. */
    @FunctionalInterface
    interface Script {

        /** @param number of the request that is to be answered, from 1 on, over all connections */
        void answer(Wire wire, Received request, int number) throws IOException;

        /** What it does before it reads: nothing. */
        default boolean accepts(Wire wire) throws IOException {
            return true;
        }

        /** Whether the body is left on the line. */
        default boolean headOnly() {
            return false;
        }
    }

    private final ServerSocket server;
    private final Script script;
    private final List<Received> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();

    RawServer(Script script) throws IOException {
        this(ServerSocketFactory.getDefault(), script);
    }

    RawServer(ServerSocketFactory sockets, Script script) throws IOException {
        this.script = script;
        this.server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread(this::acceptAll).start();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        return thread;
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                accepted.incrementAndGet();
                thread(() -> serve(socket)).start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Wire wire = new Wire(socket).whole();
            if (!script.accepts(wire)) {
                return;
            }
            Received request;
            while (wire.isOpen() && (request = script.headOnly() ? wire.readHead() : wire.read()) != null) {
                int number;
                synchronized (requests) {
                    requests.add(request);
                    number = requests.size();
                }
                script.answer(wire, request, number);
            }
        } catch (IOException e) {
            // The client has gone, as it may.
        } finally {
            open.remove(socket);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    String url() {
        return "http://localhost:" + port();
    }

    List<Received> requests() {
        return requests;
    }

    /** How many connections are open. */
    int connections() {
        return open.size();
    }

    /** How many connections there have been. */
    int connectionsEver() {
        return accepted.get();
    }

    /** Closes the connections and keeps listening. */
    void dropConnections() {
        open.forEach(RawServer::close);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Closed is what it should be.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        dropConnections();
    }
}

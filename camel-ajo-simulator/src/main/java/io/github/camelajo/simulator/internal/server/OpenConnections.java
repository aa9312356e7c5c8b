package io.github.camelajo.simulator.internal.server;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.github.tomakehurst.wiremock.http.trafficlistener.WiremockNetworkTrafficListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of clients to one running server. Jetty forgets some connections that arrive while it stops, and
 * neither serves nor closes them. {@link #breakAll()} closes those too.
 */
final class OpenConnections implements WiremockNetworkTrafficListener {

    private static final Logger LOG = LoggerFactory.getLogger(OpenConnections.class);

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean broken;

    int count() {
        return open.size();
    }

    /** Closes all open connections, and every one that arrives later. */
    void breakAll() {
        broken = true;
        open.forEach(this::breakOff);
    }

    boolean areBroken() {
        return broken;
    }

    @Override
    public void opened(Socket socket) {
        open.add(socket);
        if (broken) {
            breakOff(socket);
        }
    }

    @Override
    public void closed(Socket socket) {
        open.remove(socket);
    }

    @Override
    public void incoming(Socket socket, ByteBuffer bytes) {
        // Only open connections are counted, not what they transfer.
    }

    @Override
    public void outgoing(Socket socket, ByteBuffer bytes) {
        // Only open connections are counted, not what they transfer.
    }

    private void breakOff(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A connection was broken already", e);
        }
        open.remove(socket);
    }
}

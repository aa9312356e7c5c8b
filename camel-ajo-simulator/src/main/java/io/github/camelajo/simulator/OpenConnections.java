package io.github.camelajo.simulator;

import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.tomakehurst.wiremock.http.trafficlistener.WiremockNetworkTrafficListener;

/** Counts the connections that clients hold. */
final class OpenConnections implements WiremockNetworkTrafficListener {

    private final AtomicInteger open = new AtomicInteger();

    int count() {
        return open.get();
    }

    @Override
    public void opened(Socket socket) {
        open.incrementAndGet();
    }

    @Override
    public void closed(Socket socket) {
        open.decrementAndGet();
    }

    @Override
    public void incoming(Socket socket, ByteBuffer bytes) {
        // only their number counts
    }

    @Override
    public void outgoing(Socket socket, ByteBuffer bytes) {
        // only their number counts
    }
}

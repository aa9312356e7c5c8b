package io.github.camelajo.simulator.internal.server;

import java.net.Socket;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OpenConnectionsTest {

    private final OpenConnections connections = new OpenConnections();

    @Test
    void countsOpenConnections() {
        Socket first = new Socket();
        connections.opened(first);
        connections.opened(new Socket());
        connections.closed(first);

        assertThat(connections.count()).isEqualTo(1);
    }

    @Test
    void breaksOpenConnections() {
        Socket socket = new Socket();
        connections.opened(socket);

        connections.breakAll();

        assertThat(socket.isClosed()).isTrue();
        assertThat(connections.count()).isZero();
    }

    @Test
    void breaksAConnectionThatArrivesLater() {
        connections.breakAll();
        Socket late = new Socket();

        connections.opened(late);

        assertThat(late.isClosed()).isTrue();
        assertThat(connections.count()).isZero();
    }
}

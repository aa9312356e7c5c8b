package io.github.camelajo.example.etl;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** A real broker of Kafka in this process, its own controller. */
final class KafkaBroker implements AutoCloseable {

    private final KafkaRaftServer server;
    private final String address;

    private KafkaBroker(KafkaRaftServer server, String address) {
        this.server = server;
        this.address = address;
    }

    /** @param folder for its log, empty */
    static KafkaBroker start(Path folder) throws IOException {
        String address = "localhost:" + freePort();
        String controller = "localhost:" + freePort();
        // What the tool kafka-storage writes when it formats a folder.
        Properties meta = new Properties();
        meta.setProperty("version", "1");
        meta.setProperty("cluster.id", Uuid.randomUuid().toString());
        meta.setProperty("node.id", "1");
        meta.setProperty("directory.id", Uuid.randomUuid().toString());
        try (var out = Files.newOutputStream(folder.resolve("meta.properties"))) {
            meta.store(out, null);
        }
        Properties options = new Properties();
        options.setProperty("process.roles", "broker,controller");
        options.setProperty("node.id", "1");
        options.setProperty("controller.quorum.voters", "1@" + controller);
        options.setProperty("controller.listener.names", "CONTROLLER");
        options.setProperty("listeners", "PLAINTEXT://" + address + ",CONTROLLER://" + controller);
        options.setProperty("log.dir", folder.toString());
        options.setProperty("offsets.topic.replication.factor", "1");
        options.setProperty("offsets.topic.num.partitions", "1");
        options.setProperty("group.initial.rebalance.delay.ms", "0");
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(options), Time.SYSTEM);
        server.startup();
        return new KafkaBroker(server, address);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String address() {
        return address;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}

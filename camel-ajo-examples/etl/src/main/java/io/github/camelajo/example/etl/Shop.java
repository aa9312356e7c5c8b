package io.github.camelajo.example.etl;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.Queue;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** The business around the workers: it puts orders on the broker, and rows into the table of those who want no more mail. */
final class Shop {

    private Shop() {}

    /** The number of the n-th order. */
    static String orderNumber(int n) {
        return "A-%05d".formatted(n);
    }

    /** Each order is of a customer of its own, so that each mail can be told from the others. */
    static String customer(int n) {
        return "customer%05d@example.com".formatted(n);
    }

    static void placeOrders(String brokerUrl, int orders) {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(brokerUrl);
                JMSContext context = factory.createContext()) {
            Queue queue = context.createQueue("orders");
            JMSProducer producer = context.createProducer();
            for (int n = 1; n <= orders; n++) {
                producer.send(queue, """
                        {"number": "%s", "email": "%s", "firstName": "Customer %d", "placedAt": "2026-11-29T08:00:00Z"}""".formatted(orderNumber(n), customer(n), n));
            }
        }
    }

    static void unsubscribe(String databaseUrl, List<String> emails) throws SQLException {
        try (Connection connection = DriverManager.getConnection(databaseUrl);
                PreparedStatement insert =
                        connection.prepareStatement("insert into unsubscribe (email, comment) values (?, ?)")) {
            for (String email : emails) {
                insert.setString(1, email);
                insert.setString(2, "asked for it in the shop");
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}

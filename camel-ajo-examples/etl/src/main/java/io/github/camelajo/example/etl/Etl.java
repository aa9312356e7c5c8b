package io.github.camelajo.example.etl;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the routes in {@code camel/} on real parts: starts PostgreSQL, a broker and the simulator of Adobe, gives two workers
 * something to do, kills one of them in the middle, and counts. Exit status 0 only if everything adds up, all was settled in time, and
 * the worker that was left ended in order.
 */
public final class Etl {

    private static final Logger LOG = LoggerFactory.getLogger("etl");

    /** Lanes, as the outbox tells them: the kind and the name in the route. */
    private static final String MAILS = "message/mails";

    private static final String EVENTS = "event/order-events";

    /** No mail address: Adobe refuses it, and takes the others all the same. */
    private static final String BAD_ROW = "nobody at example.com";

    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration LIFETIME = Duration.ofSeconds(6);
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration LOOK = Duration.ofMillis(250);

    private final int orders;
    private final Path config;
    private final Path logs;

    /**
     * @param orders how many there are
     * @param config folder with limits.yaml
     * @param logs   folder for the logs of the workers
     */
    Etl(int orders, Path config, Path logs) {
        this.orders = orders;
        this.config = config.toAbsolutePath();
        this.logs = logs.toAbsolutePath();
    }

    public static void main(String... arguments) throws Exception {
        Ledger ledger =
                new Etl(Integer.getInteger("etl.orders", 400), Path.of("src/main/config"), Path.of("target")).run();
        System.exit(ledger.addsUp() ? 0 : 1);
    }

    Ledger run() throws Exception {
        try (Servers servers = Servers.start();
                AdobeView adobe = new AdobeView(servers.adobe())) {
            LOG.info("PostgreSQL, the broker Artemis, and a simulator that plays Adobe are there");
            Tables tables = new Tables(servers.databaseUrl());
            tables.create();
            Shop.placeOrders(servers.brokerUrl(), orders);
            Shop.unsubscribe(servers.databaseUrl(), unsubscribes());
            LOG.info(
                    "{} orders are on the broker, {} rows in the table of unsubscribes",
                    orders,
                    unsubscribes().size());
            return run(servers, tables, adobe);
        }
    }

    private Ledger run(Servers servers, Tables tables, AdobeView adobe) throws Exception {
        Ledger ledger = new Ledger();
        Map<String, String> settings = settings(servers);
        try (WorkerProcess first = WorkerProcess.start("worker-1", logs.resolve("etl-worker-1.log"), settings);
                WorkerProcess second = WorkerProcess.start("worker-2", logs.resolve("etl-worker-2.log"), settings)) {
            LOG.info("Two workers were started, with process ids {} and {}", first.pid(), second.pid());
            await(
                    ledger,
                    "the first fifth of the mails",
                    () -> isAlive(first)
                            && isAlive(second)
                            && tables.deliveries(MAILS).size() >= orders / 5);
            servers.loseAnAnswer(RESPONSE_TIMEOUT.multipliedBy(2));
            await(
                    ledger,
                    "the second fifth of the mails",
                    () -> isAlive(first)
                            && isAlive(second)
                            && tables.deliveries(MAILS).size() >= orders * 2 / 5);
            int told = tables.deliveries(MAILS).size();
            if (!first.kill()) {
                ledger.wrong(first.name() + " was killed and is still there");
            }
            LOG.info("{} was killed (-9) when {} of {} mails were done", first.name(), told, orders);
            // Meanwhile somebody changes the suppression list in Adobe's interface.
            await(
                    ledger,
                    "the suppression list",
                    () -> tables.suppressedAddresses().size() > unsubscribes().size());
            adobe.takeOffTheList(somebodyElse(tables.suppressedAddresses()));
            adobe.addToTheList("by-hand@example.com");
            await(ledger, "the rest", () -> isAlive(second) && isSettled(tables, adobe));
            if (second.stop()) {
                LOG.info("{} has ended in order", second.name());
            } else {
                ledger.wrong(second.name() + " has not ended in order");
            }
            count(ledger, tables, adobe);
            LOG.info("What was given, and what became of it:\n{}", ledger);
            if (ledger.addsUp()) {
                LOG.info("Everything adds up");
            } else {
                LOG.error("It does not add up. What the workers say is in {}", logs);
            }
            return ledger;
        }
    }

    private String somebodyElse(Set<String> suppressed) {
        List<String> own = unsubscribes();
        return suppressed.stream()
                .filter(address -> !own.contains(address))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The suppression list was empty before"));
    }

    private boolean isAlive(WorkerProcess worker) {
        if (!worker.isAlive()) {
            throw new IllegalStateException(worker.name() + " has ended too early. What it says is in " + logs);
        }
        return true;
    }

    private Map<String, String> settings(Servers servers) throws Exception {
        Path cluster = Files.createTempDirectory("etl-cluster");
        cluster.toFile().deleteOnExit();
        Map<String, String> settings = new HashMap<>(servers.account());
        settings.put("ETL_DATABASE_URL", servers.databaseUrl());
        settings.put("ETL_DATABASE_USER", "postgres");
        settings.put("ETL_BROKER_URL", servers.brokerUrl());
        settings.put("ETL_CONFIG_FOLDER", config.toString());
        settings.put("ETL_CLUSTER_FOLDER", cluster.toString());
        // All shorter than in production, so that the example does not take long.
        settings.put("ETL_RESPONSE_TIMEOUT", String.valueOf(RESPONSE_TIMEOUT.toMillis()));
        settings.put("ETL_LIFETIME", String.valueOf(LIFETIME.toMillis()));
        settings.put("ETL_LEASE_TIME", "5000");
        settings.put("ETL_POLL_DELAY", "1000");
        return settings;
    }

    private boolean isSettled(Tables tables, AdobeView adobe) throws SQLException {
        return tables.deliveries(MAILS).size() == orders
                && tables.deliveries(EVENTS).size() == orders
                && tables.unsubscribes().values().stream().allMatch(Set.of(Ledger.SENT, Ledger.REFUSED)::contains)
                && tables.suppressedAddresses().equals(adobe.suppressedAddresses())
                && tables.journeyIds().equals(adobe.journeyIds());
    }

    private void count(Ledger ledger, Tables tables, AdobeView adobe) throws SQLException {
        Map<String, Long> mails = adobe.mailsByCustomer();
        Map<String, String> customers =
                IntStream.rangeClosed(1, orders).boxed().collect(Collectors.toMap(Shop::orderNumber, Shop::customer));
        Set<String> suppressed = adobe.suppressedAddresses();
        ledger.delivered(
                "mails",
                customers.keySet(),
                tables.deliveries(MAILS),
                order -> mails.getOrDefault(customers.get(order), 0L));
        ledger.delivered("journey events", customers.keySet(), tables.deliveries(EVENTS), adobe::events);
        ledger.delivered(
                "unsubscribes",
                new TreeSet<>(unsubscribes()),
                tables.unsubscribes(),
                address -> suppressed.contains(address) ? 1 : 0);
        ledger.synced("suppression list", suppressed, tables.suppressedAddresses());
        ledger.synced("journeys", adobe.journeyIds(), tables.journeyIds());
        ledger.synced("limits", Set.of("https://api.example.com/orders", "https://api.example.com/stock"), ours(adobe));
    }

    private static Set<String> ours(AdobeView adobe) {
        return adobe.limitedUrls().stream()
                .filter(url -> url.startsWith("https://api.example.com/"))
                .collect(Collectors.toSet());
    }

    private List<String> unsubscribes() {
        List<String> addresses = new ArrayList<>();
        IntStream.rangeClosed(1, orders / 10).forEach(n -> addresses.add("goodbye%03d@example.com".formatted(n)));
        addresses.add(addresses.size() / 2, BAD_ROW);
        return addresses;
    }

    /** Waits; what does not come is written into the ledger. */
    private static void await(Ledger ledger, String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                ledger.wrong("waited " + PATIENCE.toSeconds() + " seconds for " + what);
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK.toMillis()));
        }
    }
}

package io.github.camelajo.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.github.camelajo.AjoComponent;
import io.github.camelajo.AjoConfiguration;
import io.github.camelajo.simulator.AjoSimulator;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Kills a process whose route feeds a table from a list, at named moments and at random ones, while the list changes. In the end
 * the table is what the list is, and repeats are no more than the open groups. {@code -Dstore.kills} sets the number of kills of
 * the slow test, {@code -Dstore.seed} repeats an order.
 */
@Timeout(300)
@Tag("store-slow")
class KilledRouteTest {

    private static final int KILLS = Integer.getInteger("store.kills", 50);
    private static final long SEED = Long.getLong("store.seed", System.nanoTime());

    /** As many exchanges, or those of a second, share a commit. */
    private static final int GROUP = 100;

    private static final int TEMPLATES = 250;
    private static final int IDLE_POLLS_AT_THE_END = 4;

    @TempDir
    Path folder;

    private final AjoSimulator simulator = AjoSimulator.builder().start();
    private final CamelContext context = new DefaultCamelContext();
    private final Map<String, String> expected = new HashMap<>();
    private final List<Process> processes = new ArrayList<>();
    private ProducerTemplate template;
    private JdbcBackend postgres;
    private int made;

    @BeforeEach
    void fillTheList() {
        AjoComponent component = new AjoComponent();
        AjoConfiguration configuration = component.getConfiguration();
        configuration.setClientId(simulator.clientId());
        configuration.setClientSecret(simulator.clientSecret());
        configuration.setOrganizationId(simulator.organizationId());
        configuration.setScopes(simulator.scopes());
        configuration.setBaseUrl(simulator.baseUrl());
        configuration.setTokenEndpoint(simulator.tokenEndpoint());
        configuration.setSandbox(AjoSimulator.DEVELOPMENT_SANDBOX);
        context.addComponent("ajo", component);
        context.start();
        template = context.createProducerTemplate();
        List<?> there = template.requestBody("ajo:template?operation=list&paging=all&outputType=map", null, List.class);
        there.forEach(item -> expected.put(text(item, "id"), text(item, "name")));
        for (int i = 0; i < TEMPLATES; i++) {
            create();
        }
    }

    @AfterEach
    void end() throws Exception {
        for (Process process : processes) {
            process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        }
        template.close();
        context.close();
        simulator.close();
        if (postgres != null) {
            postgres.close();
        }
    }

    @ParameterizedTest(name = "{1} on {0}")
    @CsvSource({
        "H2, exchange-open, 60",
        "H2, position-written, 2",
        "PostgreSQL, exchange-open, 60",
        "PostgreSQL, position-written, 2"
    })
    void theTableIsTheListWhenTheProcessIsHaltedAt(String database, String point, int count) throws Exception {
        String address = prepare(database);
        Process halted = start(address, point, count);
        assertThat(halted.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(halted.exitValue()).isEqualTo(RouteWorker.HALTED);
        change();

        finish(address);

        verify(database, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void theTableIsTheListWhenTheProcessIsKilledAtRandom(String database) throws Exception {
        killAtRandom(database, 3);
    }

    @ParameterizedTest
    @Timeout(1800)
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void theTableIsTheListWhenTheProcessIsKilledOftenAtRandom(String database) throws Exception {
        killAtRandom(database, KILLS);
    }

    private void killAtRandom(String database, int kills) throws Exception {
        String address = prepare(database);
        Random random = new Random(SEED);
        for (int i = 0; i < kills; i++) {
            Process process = start(address, "none", 0);
            // The first lives meet a full list, the later ones what has changed.
            awaitLines(process, "step", 1 + random.nextInt(i == 0 ? TEMPLATES : 6));
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(3_000)));
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            change();
        }

        finish(address);

        verify(database, kills);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anotherProcessGoesOnWhenTheOwnerIsKilledOrPaused(boolean killed) throws Exception {
        String address = prepare("PostgreSQL");
        Process owner = start(address, "none", 0);
        awaitLines(owner, "step", 20);
        Process other = start(address, "none", 0);
        long from = System.nanoTime();
        if (killed) {
            owner.destroyForcibly();
        } else {
            signal("-STOP", owner);
        }
        awaitLines(other, "step", 1);
        awaitLines(other, "idle", IDLE_POLLS_AT_THE_END);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
        if (!killed) {
            signal("-CONT", owner);
            change();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> copy("PostgreSQL").equals(expected));
        }
        // Its own start is part of it, on a machine that may be busy.
        assertThat(millis).isLessThan(60_000);
        verify("PostgreSQL", 1);
    }

    private static void signal(String signal, Process process) throws Exception {
        Process kill = new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    private String prepare(String database) {
        if (database.equals("H2")) {
            return "jdbc:h2:file:" + folder.resolve("store");
        }
        postgres = JdbcBackend.postgres();
        return SharedPostgres.port() + "/" + postgres.schema();
    }

    private Process start(String address, String point, int count) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dlog4j2.level=OFF",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RouteWorker.class.getName(),
                        address,
                        folder.resolve("told").toString(),
                        simulator.baseUrl(),
                        simulator.tokenEndpoint(),
                        simulator.clientId(),
                        simulator.clientSecret(),
                        simulator.organizationId(),
                        simulator.scopes(),
                        point,
                        String.valueOf(count))
                .redirectError(folder.resolve("errors-" + processes.size()).toFile())
                .start();
        processes.add(process);
        return process;
    }

    /** Reads on until a word has come so often; {@code idle} has to come in a row. */
    private static void awaitLines(Process process, String word, int count) throws IOException {
        BufferedReader output = process.inputReader();
        int seen = 0;
        while (seen < count) {
            String line = output.readLine();
            assertThat(line).as("it must not have ended").isNotNull();
            if (line.equals(word)) {
                seen++;
            } else if (word.equals("idle")) {
                seen = 0;
            }
        }
    }

    private void finish(String address) throws Exception {
        Process last = start(address, "none", 0);
        awaitLines(last, "idle", IDLE_POLLS_AT_THE_END);
        last.destroyForcibly();
        assertThat(last.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private void verify(String database, int kills) throws IOException {
        assertThat(copy(database)).as("the table is the list").isEqualTo(expected);
        List<String> told = Files.readAllLines(folder.resolve("told"), StandardCharsets.UTF_8);
        assertThat(told.size() - new HashSet<>(told).size())
                .as("repeats: at most an open group for each kill")
                .isLessThanOrEqualTo(kills * GROUP);
    }

    private Map<String, String> copy(String database) {
        if (!database.equals("H2")) {
            return copy(postgres, postgres.schema() + ".");
        }
        try (JdbcBackend opened = JdbcBackend.h2File(folder)) {
            return copy(opened, "");
        }
    }

    private static Map<String, String> copy(JdbcBackend opened, String prefix) {
        Map<String, String> rows = new HashMap<>();
        opened.text("SELECT id || '|' || name FROM " + prefix + "template_copy")
                .lines()
                .forEach(line -> rows.put(line.substring(0, line.indexOf('|')), line.substring(line.indexOf('|') + 1)));
        return rows;
    }

    private void change() {
        for (int i = 0; i < 8; i++) {
            create();
        }
        List<String> ids = expected.keySet().stream().sorted().limit(6).toList();
        ids.subList(0, 3).forEach(this::rename);
        ids.subList(3, 6).forEach(this::delete);
    }

    private void create() {
        String name = "Template " + made++;
        Object answer = template.requestBody("ajo:template?operation=create&outputType=map", body(name));
        expected.put(text(answer, "id"), name);
    }

    private void rename(String id) {
        String name = "Renamed " + made++;
        template.requestBody("ajo:template?operation=update&ifMatch=auto&id=" + id, body(name));
        expected.put(id, name);
    }

    private void delete(String id) {
        template.requestBody("ajo:template?operation=delete&id=" + id, (Object) null);
        expected.remove(id);
    }

    private static String text(Object item, String field) {
        return (String) ((Map<?, ?>) item).get(field);
    }

    private static Map<String, Object> body(String name) {
        return Map.of(
                "name",
                name,
                "templateType",
                "html",
                "channels",
                List.of("email"),
                "template",
                Map.of("html", "<p>Hi</p>"));
    }
}

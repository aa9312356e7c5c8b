package io.github.camelajo.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.github.camelajo.spi.OutboxEntry;
import io.github.camelajo.spi.OutboxState;
import io.github.camelajo.internal.storage.OutboxStorage;
import io.github.camelajo.internal.storage.SourceLease;
import io.github.camelajo.internal.storage.SourceRequest;
import io.github.camelajo.spi.UnknownRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills a process that delivers and reads, at each named moment and at random moments. Then it compares, item by item,
 * what the outside has seen, what the tables say and what the route was told. {@code -Dstore.kills=50} kills more
 * often, {@code -Dstore.seed=...} repeats an order.
 */
@Tag("store-slow")
class KillTest {

    private static final int KILLS = Integer.getInteger("store.kills", 50);
    private static final long SEED = Long.getLong("store.seed", System.nanoTime());

    /** The most steps that a process makes before it is killed. */
    private static final int STEPS = 12;

    @TempDir
    Path folder;

    private JdbcBackend backend;

    @BeforeAll
    static void tellTheSeed() {
        LoggerFactory.getLogger(KillTest.class).info("{} kills, seed {}", KILLS, SEED);
    }

    @ParameterizedTest(name = "{1} on {0}")
    @CsvSource({
        "H2, added",
        "H2, claimed",
        "H2, outcome-written",
        "H2, told",
        "H2, position-written",
        "PostgreSQL, added",
        "PostgreSQL, claimed",
        "PostgreSQL, outcome-written",
        "PostgreSQL, told",
        "PostgreSQL, position-written"
    })
    void losesNothingAndSendsNothingTwiceWhenItIsHaltedAt(String database, String point) throws Exception {
        String address = prepare(database);
        Process halted = start(address, 60, UnknownRule.PARK, point, 3);
        drain(halted);
        assertThat(halted.waitFor()).isEqualTo(WorkerProcess.HALTED);

        finish(address, 60, UnknownRule.PARK);

        verify(database, 60, UnknownRule.PARK, 1);
    }

    @ParameterizedTest(name = "{1} on {0}")
    @Timeout(1800)
    @CsvSource({"H2, PARK", "PostgreSQL, PARK", "H2, RESEND", "PostgreSQL, RESEND"})
    void losesNothingWhenItIsKilledOftenAtRandom(String database, UnknownRule rule) throws Exception {
        killAtRandom(database, rule, KILLS);
    }

    @ParameterizedTest(name = "{1} on {0}")
    @CsvSource({"H2, PARK", "PostgreSQL, RESEND"})
    void losesNothingWhenItIsKilledAtRandom(String database, UnknownRule rule) throws Exception {
        killAtRandom(database, rule, 3);
    }

    private void killAtRandom(String database, UnknownRule rule, int kills) throws Exception {
        String address = prepare(database);
        Random random = new Random(SEED);
        // Each process completes a limited number of groups, so that work is left for the last one.
        int items = (kills + 1) * STEPS * KillWorker.GROUP;
        for (int i = 0; i < kills; i++) {
            Process process = start(address, items, rule, WorkerProcess.NO_POINT, 0);
            kill(process, 1 + random.nextInt(STEPS), random.nextInt(3_000));
        }

        finish(address, items, rule);

        verify(database, items, rule, kills);
    }

    private String prepare(String database) {
        if (database.equals("H2")) {
            return WorkerDatabase.address(folder);
        }
        backend = JdbcBackend.postgres();
        return WorkerDatabase.address(backend);
    }

    private Process start(String address, int items, UnknownRule rule, String point, int count) throws IOException {
        return WorkerProcess.java(
                        KillWorker.class,
                        List.of(
                                address,
                                folder.toString(),
                                String.valueOf(items),
                                rule.name(),
                                point,
                                String.valueOf(count)))
                .redirectErrorStream(true)
                .start();
    }

    /** After some steps and a random delay, so that the process can be anywhere. */
    private static void kill(Process process, int steps, int micros) throws Exception {
        try (BufferedReader output = process.inputReader()) {
            int seen = 0;
            String line = output.readLine();
            while (line != null) {
                assertThat(line).isEqualTo("step");
                if (++seen >= steps) {
                    break;
                }
                line = output.readLine();
            }
            assertThat(line).as("it must not have ended").isNotNull();
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(micros));
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private void finish(String address, int items, UnknownRule rule) throws Exception {
        Process last = start(address, items, rule, WorkerProcess.NO_POINT, 0);
        List<String> output = drain(last);
        assertThat(last.waitFor()).as(() -> String.join("\n", output)).isZero();
    }

    private static List<String> drain(Process process) throws IOException {
        try (BufferedReader output = process.inputReader()) {
            return output.lines().filter(line -> !line.equals("step")).toList();
        } finally {
            if (!hasEnded(process)) {
                process.destroyForcibly();
            }
        }
    }

    private static boolean hasEnded(Process process) {
        try {
            return process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void verify(String database, int items, UnknownRule rule, int kills) throws IOException {
        try (JdbcBackend opened = database.equals("H2") ? JdbcBackend.h2File(folder) : backend) {
            OutboxStorage outbox = OutboxStorage.of(opened.store().outbox());
            Map<String, OutboxState> table = new HashMap<>();
            for (OutboxState state : OutboxState.values()) {
                for (OutboxEntry entry : outbox.list(KillWorker.LANE, state, 0, items + 1)) {
                    table.put(entry.key(), state);
                }
            }
            assertThat(table).hasSize(items);
            verifyDelivery(table, rule);
            verifySource(opened, items, kills);
        }
    }

    private void verifyDelivery(Map<String, OutboxState> table, UnknownRule rule) throws IOException {
        Map<String, List<String>> called = byKey(KillWorker.CALLED);
        Map<String, List<String>> told = byKey(KillWorker.TOLD);
        table.forEach((key, state) -> {
            List<String> requestIds = called.getOrDefault(key, List.of());
            if (rule == UnknownRule.PARK) {
                assertThat(state).as(key).isIn(OutboxState.SENT, OutboxState.UNKNOWN);
                assertThat(requestIds).as("sends of %s", key).hasSizeLessThanOrEqualTo(1);
            } else {
                assertThat(state).as(key).isEqualTo(OutboxState.SENT);
                assertThat(new HashSet<>(requestIds))
                        .as("request ids of %s", key)
                        .hasSize(1);
            }
            if (state == OutboxState.SENT) {
                assertThat(requestIds).as("sends of %s", key).isNotEmpty();
            }
            assertThat(told.getOrDefault(key, List.of()))
                    .as("what was told of %s", key)
                    .isNotEmpty();
            List<String> words = told.get(key);
            assertThat(words.get(words.size() - 1))
                    .as("what was told of %s", key)
                    .isEqualTo(state.name());
        });
    }

    private void verifySource(JdbcBackend opened, int items, int kills) throws IOException {
        List<String> emitted = lines(KillWorker.EMITTED);
        Set<String> different = new HashSet<>(emitted);
        assertThat(different).as("nothing lost").hasSize(items);
        assertThat(emitted.size() - different.size())
                .as("repeats: at most an open group for each kill")
                .isLessThanOrEqualTo(kills * KillWorker.GROUP);
        opened.execute("UPDATE ajo_source SET owner = NULL");
        SourceLease lease = opened.sources()
                .open(new SourceRequest(KillWorker.SOURCE, "list", "test", JdbcBackend.LIFETIME, true))
                .orElseThrow();
        assertThat(lease.items()).isEqualTo(items);
        assertThat(lease.position().run()).isEqualTo(1);
        assertThat(lease.find(different)).hasSize(items);
    }

    private Map<String, List<String>> byKey(String file) throws IOException {
        Map<String, List<String>> byKey = new HashMap<>();
        for (String line : lines(file)) {
            String[] words = line.split(" ");
            byKey.computeIfAbsent(words[0], key -> new ArrayList<>()).add(words[1]);
        }
        return byKey;
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file), StandardCharsets.UTF_8);
    }
}

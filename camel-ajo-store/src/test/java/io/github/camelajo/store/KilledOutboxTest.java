package io.github.camelajo.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.simulator.control.SentMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills processes that deliver an outbox at random moments, while the gateway fails in all its ways. In the end each
 * mail is in one state, and Adobe, the table and the route agree on each mail. With {@code park} no customer has got
 * two mails; with {@code resend} every customer has got one. {@code -Doutbox.kills} sets the number of kills, {@code
 * -Dstore.seed} repeats an order. On PostgreSQL two processes deliver at the same time, on H2 one.
 */
@Tag("store-slow")
@Timeout(3600)
class KilledOutboxTest {

    static final String CAMPAIGN = SampleIds.LIVE_CAMPAIGN;

    private static final int KILLS = Integer.getInteger("outbox.kills", 50);
    private static final long SEED = Long.getLong("store.seed", System.nanoTime());
    private static final int MAILS_PER_KILL = 100;
    private static final String UNITARY = "/ajo/im/executions/unitary";

    @TempDir
    Path folder;

    private final AjoSimulator simulator = AjoSimulator.builder().start();
    private final List<Process> processes = new ArrayList<>();
    private JdbcBackend postgres;
    private volatile boolean disturbing = true;

    @AfterEach
    void end() throws Exception {
        for (Process process : processes) {
            process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        }
        simulator.close();
        if (postgres != null) {
            postgres.close();
        }
    }

    @ParameterizedTest(name = "{1} on {0}")
    @CsvSource({"PostgreSQL, park", "H2, park", "PostgreSQL, resend", "H2, resend"})
    void simulatorTableAndRouteAgreeOnEachMailAfterKillsAtRandom(String database, String onUnknown) throws Exception {
        Random random = new Random(SEED);
        int atATime = database.equals("H2") ? 1 : 2;
        String address = prepare(database);
        simulator.latency(Duration.ofMillis(25));
        // Counted by calls and not by time, so that a slow machine does not see faults only.
        simulator.addListener((request, status) -> {
            if (disturbing && request.path().startsWith(UNITARY) && random.nextInt(5) == 0) {
                disturb(random.nextInt(7));
            }
        });
        List<Process> alive = new ArrayList<>();
        int kills = 0;
        for (int round = 0; kills < KILLS; round++) {
            // Items of the previous process are added again, as a broker without an acknowledgement would do.
            Process started =
                    start(address, onUnknown, Math.max(0, round - 2) * MAILS_PER_KILL, (round + 1) * MAILS_PER_KILL);
            WorkerProcess.awaitLines(started, "ready", 1);
            alive.add(started);
            if (alive.size() == atATime) {
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(600_000)));
                Process victim = alive.remove(random.nextInt(atATime));
                WorkerProcess.kill(victim);
                kills++;
            }
        }
        disturbing = false;
        int mails = (kills + atATime - 1) * MAILS_PER_KILL;
        Process last = start(address, onUnknown, 0, mails);
        WorkerProcess.awaitLines(last, "idle", 1);
        processes.forEach(Process::destroyForcibly);
        for (Process process : processes) {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        verify(database, onUnknown, mails, kills);
    }

    private void disturb(int kind) {
        Fault.Builder fault = Fault.builder().pathPrefix(UNITARY);
        switch (kind) {
            case 0 -> fault.status(429);
            case 1 -> fault.status(503).body("application/json", "{\"error_code\":\"503010\"}");
            case 2 -> fault.status(500);
            case 3 -> fault.reset();
            // Adobe accepts the call but answers too late: the process is killed in the meantime, or its timeout ends.
            case 4 -> fault.delay(Duration.ofMillis(400));
            case 5 -> fault.delay(Duration.ofMillis(3500));
            default -> fault.malformed();
        }
        simulator.failNext(fault.build());
    }

    private void verify(String database, String onUnknown, int mails, int kills) throws IOException {
        Map<String, List<SentMessage>> got =
                simulator.messagesSent().stream().collect(Collectors.groupingBy(sent -> name(sent.userId())));
        Map<String, String> table = table(database);
        List<String> lines = Files.readAllLines(folder.resolve("told"), StandardCharsets.UTF_8);
        Map<String, String> told = new HashMap<>();
        lines.forEach(line -> told.put(line.substring(0, line.indexOf(';')), line.substring(line.indexOf(';') + 1)));

        assertThat(table).hasSize(mails);
        assertThat(told)
                .as("the route was told of each mail, at last what the table says")
                .isEqualTo(table);
        int twice = 0;
        int unknown = 0;
        int unknownButGot = 0;
        for (int i = 0; i < mails; i++) {
            String key = "p" + i;
            List<SentMessage> messages = got.getOrDefault(key, List.of());
            String[] row = table.get(key).split(";");
            twice += messages.size() > 1 ? 1 : 0;
            if (row[0].equals("sent")) {
                assertThat(messages)
                        .as("%s is sent, under the execution that the table has", key)
                        .extracting(SentMessage::executionId)
                        .contains(row[1]);
            } else {
                assertThat(row[0]).as("the state of %s", key).isEqualTo("unknown");
                unknown++;
                unknownButGot += messages.isEmpty() ? 0 : 1;
            }
        }
        System.out.printf(
                "%s, %s: %d kills, %d mails: %d sent, %d unknown (%d of them were taken), %d sent twice, %d told more than once,"
                        + " seed %d%n",
                database,
                onUnknown,
                kills,
                mails,
                mails - unknown,
                unknown,
                unknownButGot,
                twice,
                lines.size() - told.size(),
                SEED);
        if (onUnknown.equals("park")) {
            assertThat(twice).as("sent twice").isZero();
        } else {
            assertThat(unknown).as("lost").isZero();
            assertThat(got).hasSize(mails);
        }
    }

    private static String name(String address) {
        return address.substring(0, address.indexOf('@'));
    }

    private Map<String, String> table(String database) {
        if (!database.equals("H2")) {
            return table(postgres);
        }
        try (JdbcBackend opened = JdbcBackend.h2File(folder)) {
            return table(opened);
        }
    }

    private static Map<String, String> table(JdbcBackend opened) {
        Map<String, String> rows = new HashMap<>();
        opened.text(
                        "SELECT item_key || ';' || CASE state WHEN 'S' THEN 'sent' WHEN 'U' THEN 'unknown' WHEN 'R' THEN 'refused'"
                                + " ELSE state END || ';' || COALESCE(outcome_id, 'null') FROM ajo_outbox_item WHERE lane = '"
                                + OutboxWorker.LANE + "'")
                .lines()
                .forEach(row -> rows.put(row.substring(0, row.indexOf(';')), row.substring(row.indexOf(';') + 1)));
        return rows;
    }

    private String prepare(String database) {
        if (database.equals("H2")) {
            return WorkerDatabase.address(folder);
        }
        postgres = JdbcBackend.postgres();
        return WorkerDatabase.address(postgres);
    }

    private Process start(String address, String onUnknown, int from, int to) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of(address, folder.resolve("told").toString()));
        arguments.addAll(WorkerLogin.of(simulator).arguments());
        arguments.addAll(List.of(onUnknown, String.valueOf(from), String.valueOf(to)));
        Process process = WorkerProcess.java(OutboxWorker.class, arguments)
                .redirectError(folder.resolve("errors-" + processes.size()).toFile())
                .start();
        processes.add(process);
        return process;
    }
}

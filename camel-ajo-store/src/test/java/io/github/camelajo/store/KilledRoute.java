package io.github.camelajo.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import io.github.camelajo.simulator.AjoSimulator;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A list that changes, a table that is filled from it, and the processes that fill it until they are killed. Each
 * process prepares itself and begins on a signal, so that the next one can start up while one is working.
 */
final class KilledRoute implements AutoCloseable {

    /** This many exchanges, or those of one second, share a commit. */
    private static final int GROUP = 100;

    private static final int TEMPLATES = 250;
    private static final int IDLE_POLLS_AT_THE_END = 4;

    /**
     * The delay is between a few milliseconds and the length of a poll. So there are moments without an exchange under
     * way.
     */
    private static final int QUIET_MILLIS = 1500;

    private final Path folder;
    private final AjoSimulator simulator = AjoSimulator.builder().start();
    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template;
    private final Map<String, String> expected = new HashMap<>();
    private final List<Process> processes = new ArrayList<>();
    private final Deque<Process> ready = new ArrayDeque<>();
    private final JdbcBackend postgres;
    private String address;
    private String source = RouteWorker.SOURCE;
    private int made;

    /** @param database {@code H2} or {@code PostgreSQL} */
    KilledRoute(String database, Path folder) {
        this(database, folder, TEMPLATES);
    }

    /** @param templates how long the list is at first */
    KilledRoute(String database, Path folder, int templates) {
        this.folder = folder;
        this.postgres = database.equals("H2") ? null : JdbcBackend.postgres();
        this.address = postgres == null ? WorkerDatabase.address(folder) : WorkerDatabase.address(postgres);
        context.addComponent("ajo", WorkerLogin.of(simulator).component());
        context.start();
        template = context.createProducerTemplate();
        List<?> there = template.requestBody("ajo:template?operation=list&paging=all&outputType=map", null, List.class);
        there.forEach(item -> expected.put(text(item, "id"), text(item, "name")));
        for (int i = 0; i < templates; i++) {
            create();
        }
    }

    /** Kills processes at random moments: between two exchanges, within one, and when none is under way. */
    void killAtRandom(int kills, Random random) throws IOException, InterruptedException {
        // One process prepares itself while another one is working.
        ready.add(prepare(WorkerProcess.NO_POINT, 0));
        for (int i = 0; i < kills; i++) {
            Process process = ready.poll();
            ready.add(prepare(WorkerProcess.NO_POINT, 0));
            begin(process);
            if (random.nextInt(4) == 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(QUIET_MILLIS)));
            } else {
                // The first processes read the full list, the later ones the changes.
                WorkerProcess.awaitLines(process, "step", 1 + random.nextInt(i == 0 ? TEMPLATES : 6));
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(3_000)));
            }
            WorkerProcess.kill(process);
            change();
        }
    }

    /** Lets a process work until nothing is left to do. */
    void finish() throws IOException, InterruptedException {
        Process last = ready.isEmpty() ? prepare(WorkerProcess.NO_POINT, 0) : ready.poll();
        begin(last);
        awaitIdle(last);
        WorkerProcess.kill(last);
    }

    Process start(String point, int count) throws IOException {
        Process process = prepare(point, count);
        begin(process);
        return process;
    }

    /** Begins what is prepared, or lets go on what waits. */
    static void begin(Process process) throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    Process prepare(String point, int count) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(address, folder.toString()));
        arguments.addAll(WorkerLogin.of(simulator).arguments());
        arguments.addAll(List.of(point, String.valueOf(count), source));
        Process process = WorkerProcess.java(RouteWorker.class, arguments)
                .redirectError(folder.resolve("errors-" + processes.size()).toFile())
                .start();
        processes.add(process);
        return process;
    }

    /** Puts Camel's {@code master:} with a file lock in front of the source. */
    KilledRoute withMaster() {
        source = "master:templates:" + RouteWorker.SOURCE;
        return this;
    }

    /** Lets two processes open H2: the first one is the server of the other. */
    KilledRoute withSharedH2() {
        address += ";AUTO_SERVER=TRUE";
        return this;
    }

    /** Deletes the lock of {@code master:} while its owner believes that it still has it. */
    void forgetTheLock() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(RouteWorker.LOCKS))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    void awaitIdle(Process process) throws IOException {
        WorkerProcess.awaitLinesInARow(process, "idle", IDLE_POLLS_AT_THE_END);
    }

    boolean isCopied() {
        return copy().equals(expected);
    }

    void verify(int kills) {
        assertThat(copy()).as("the table is the list").isEqualTo(expected);
        List<String> told = told();
        assertThat(told.size() - new HashSet<>(told).size())
                .as("repeats: at most an open group for each kill")
                .isLessThanOrEqualTo(kills * GROUP);
    }

    private List<String> told() {
        return lines().stream()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    /** How many changes a process has told. */
    long toldBy(Process process) {
        return lines().stream()
                .filter(line -> line.startsWith(process.pid() + " "))
                .count();
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(folder.resolve(RouteWorker.TOLD), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> copy() {
        if (postgres != null) {
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

    void change() {
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

    private static String body(String name) {
        return """
                {"name": "%s", "templateType": "html", "channels": ["email"], "template": {"html": "<p>Hi</p>"}}""".formatted(name);
    }

    @Override
    public void close() throws Exception {
        for (int i = 0; i < processes.size(); i++) {
            processes.get(i).destroyForcibly().waitFor(30, TimeUnit.SECONDS);
            String errors = Files.readString(folder.resolve("errors-" + i));
            if (!errors.isBlank()) {
                System.out.println("Process " + i + " of the test has said: " + errors);
            }
        }
        template.close();
        context.close();
        simulator.close();
        if (postgres != null) {
            postgres.close();
        }
    }
}

package io.github.camelajo.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

/** Processes that tests start, listen to, and kill; and what these processes themselves need for that. */
final class WorkerProcess {

    /** The exit code of a process that has halted itself at a crash point. */
    static final int HALTED = 137;

    /** No crash point. */
    static final String NO_POINT = "none";

    private WorkerProcess() {}

    /** A small Java process with the class path of the test. What it logs is off; what it prints is for the test to read. */
    static ProcessBuilder java(Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Dlog4j2.level=OFF",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    /** Reads on until a word has come so often. */
    static void awaitLines(Process process, String word, int count) throws IOException {
        BufferedReader output = process.inputReader();
        int seen = 0;
        while (seen < count) {
            seen += nextLine(output).equals(word) ? 1 : 0;
        }
    }

    /** Reads on until a word has come so often with no other between. */
    static void awaitLinesInARow(Process process, String word, int count) throws IOException {
        BufferedReader output = process.inputReader();
        int seen = 0;
        while (seen < count) {
            seen = nextLine(output).equals(word) ? seen + 1 : 0;
        }
    }

    private static String nextLine(BufferedReader output) throws IOException {
        String line = output.readLine();
        assertThat(line).as("it must not have ended").isNotNull();
        return line;
    }

    static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    /** Sends a signal such as {@code -STOP}. */
    static void signal(String signal, Process process) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    /** For the process itself: halts at the given arrival at a crash point. */
    static CrashPoints haltAt(String wanted, int count) {
        AtomicInteger left = new AtomicInteger(count);
        return point -> {
            if (point.equals(wanted) && left.decrementAndGet() == 0) {
                Runtime.getRuntime().halt(HALTED);
            }
        };
    }

    /** For the process itself: tells the test a word. */
    static void print(String word) {
        System.out.println(word);
        System.out.flush();
    }
}

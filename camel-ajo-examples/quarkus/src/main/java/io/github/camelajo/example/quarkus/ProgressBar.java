package io.github.camelajo.example.quarkus;

import java.io.Console;
import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.camelajo.AjoEndpoint;

/** Shows on a terminal how far a run has got, and nothing anywhere else. */
final class ProgressBar implements AutoCloseable {

    private static final int WIDTH = 30;
    /** Of the whole line, so that it covers a longer one before it. It fits into the narrowest usual terminal. */
    private static final int LINE = 72;

    private final PrintStream out;
    private final AjoEndpoint endpoint;
    private final ScheduledExecutorService timer;

    private ProgressBar(PrintStream out, AjoEndpoint endpoint, ScheduledExecutorService timer) {
        this.out = out;
        this.endpoint = endpoint;
        this.timer = timer;
    }

    static ProgressBar on(PrintStream out, AjoEndpoint endpoint) {
        if (!hasTerminal()) {
            return new ProgressBar(out, endpoint, null);
        }
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        ProgressBar bar = new ProgressBar(out, endpoint, timer);
        var unused = timer.scheduleAtFixedRate(bar::show, 200, 200, TimeUnit.MILLISECONDS);
        return bar;
    }

    /** A newer JDK has a console also when the output goes into a file or a pipe, and tells the difference by another method. */
    private static boolean hasTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private void show() {
        out.print("\r"
                + line(
                        endpoint.getStateCompared(),
                        endpoint.getStateObjects(),
                        endpoint.getStateApplied(),
                        endpoint.getStateChanges()));
        out.flush();
    }

    /** First all is compared, then all that differs is changed. */
    static String line(int compared, int objects, int applied, int changes) {
        boolean comparing = changes == 0;
        int done = comparing ? compared : applied;
        int all = Math.max(1, comparing ? objects : changes);
        int filled = Math.min(WIDTH, WIDTH * done / all);
        String line = "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] "
                + words(compared, objects, applied, changes);
        return line + " ".repeat(Math.max(0, LINE - line.length()));
    }

    private static String words(int compared, int objects, int applied, int changes) {
        if (changes > 0) {
            return applied + " of " + changes + " changed";
        }
        return objects == 0 ? "reading" : compared + " of " + objects + " compared";
    }

    @Override
    public void close() {
        if (timer != null) {
            timer.shutdownNow();
            try {
                // A line that is being written would come after the table.
                var unused = timer.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            out.print("\r" + " ".repeat(LINE) + "\r");
        }
    }
}

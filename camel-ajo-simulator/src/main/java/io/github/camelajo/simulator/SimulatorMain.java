package io.github.camelajo.simulator;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import com.github.tomakehurst.wiremock.common.FatalStartupException;
import io.github.camelajo.simulator.control.Permissions;
import io.github.camelajo.simulator.internal.core.Grants;

/** Runs a simulator from a command line until it is stopped. */
public final class SimulatorMain {

    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    private static final String HELP = """
            Plays Adobe's login and the Journey Optimizer APIs on this machine.

            Options (as --name value or --name=value):
              --port             port to listen on; 0 takes a free one (default 8088)
              --seed             seed of the invented data (default 42)
              --journeys         invented journeys per sandbox (default 250)
              --job-step         milliseconds a job stays in each of its states, by the simulator's clock;
                                 0, the default, shows the next state at every look
              --client-id        client id to accept
              --client-secret    client secret to accept
              --organization-id  organisation id to accept, with @AdobeOrg
              --without-permissions
                                 names of permissions the credential lacks, with semicolons between
              --allow-host       further host names under which admin calls are taken, with commas between
              --help             this text
            """;

    private SimulatorMain() {}

    public static void main(String[] args) throws InterruptedException {
        int status = run(args, System.out, System.err, simulator -> {
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                simulator.close();
                stopped.countDown();
            }));
            stopped.await();
        });
        if (status != 0) {
            System.exit(status);
        }
    }

    /** @return the exit code: 0, 1 if the port cannot be had, 2 if the arguments are wrong */
    static int run(String[] args, PrintStream out, PrintStream err, Session session) throws InterruptedException {
        AjoSimulator simulator;
        try {
            AjoSimulator.Builder builder = AjoSimulator.builder().port(8088);
            if (!apply(args, builder)) {
                out.print(HELP);
                return 0;
            }
            simulator = builder.build();
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println("Use --help to see the options.");
            return WRONG_USAGE;
        }
        try (simulator) {
            try {
                simulator.start();
            } catch (FatalStartupException e) {
                err.println("Cannot start: " + e.getMessage());
                return FAILED;
            }
            describe(simulator, out);
            session.run(simulator);
        }
        return 0;
    }

    /** @return false if help was asked for */
    private static boolean apply(String[] args, AjoSimulator.Builder builder) {
        for (int i = 0; i < args.length; i++) {
            String[] parts = args[i].split("=", 2);
            String name = parts[0];
            if ("--help".equals(name) || "-h".equals(name)) {
                return false;
            }
            requireKnown(name);
            String value;
            if (parts.length == 2) {
                value = parts[1];
            } else if (i + 1 < args.length) {
                i++;
                value = args[i];
            } else {
                throw new IllegalArgumentException("Option " + name + " needs a value");
            }
            set(builder, name, value);
        }
        return true;
    }

    private static void requireKnown(String name) {
        switch (name) {
            case "--port",
                    "--seed",
                    "--journeys",
                    "--job-step",
                    "--client-id",
                    "--client-secret",
                    "--organization-id",
                    "--without-permissions",
                    "--allow-host" -> {}
            default -> throw new IllegalArgumentException("Unknown option: " + name);
        }
    }

    private static void set(AjoSimulator.Builder builder, String name, String value) {
        switch (name) {
            case "--port" -> builder.port(Math.toIntExact(number(name, value)));
            case "--seed" -> builder.seed(number(name, value));
            case "--journeys" -> builder.journeys(Math.toIntExact(number(name, value)));
            case "--job-step" -> builder.jobStep(Duration.ofMillis(number(name, value)));
            case "--client-id" -> builder.clientId(value);
            case "--client-secret" -> builder.clientSecret(value);
            case "--without-permissions" -> builder.permissions(allBut(value));
            case "--allow-host" -> builder.adminHosts(List.of(value.split(",")));
            default -> builder.organizationId(value);
        }
    }

    /** Semicolons, as some names have a comma. */
    private static List<String> allBut(String names) {
        List<String> without = Arrays.stream(names.split(";"))
                .map(String::strip)
                .map(Grants::known)
                .toList();
        return Permissions.all().stream()
                .filter(name -> !without.contains(name))
                .toList();
    }

    private static long number(String name, String value) {
        try {
            long number = Long.parseLong(value);
            if ("--seed".equals(name) || number == (int) number) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Option " + name + " needs a whole number, not '" + value + "'", e);
        }
        throw new IllegalArgumentException("Option " + name + " is out of range: " + value);
    }

    private static void describe(AjoSimulator simulator, PrintStream out) {
        out.print(StartText.of(simulator));
        out.flush();
    }

    /** What happens between start and stop. */
    @FunctionalInterface
    interface Session {
        void run(AjoSimulator simulator) throws InterruptedException;
    }
}

package io.github.camelajo.simulator;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import io.github.camelajo.simulator.control.Permissions;
import io.github.camelajo.simulator.internal.core.Grants;

/** The parsed arguments of the command line. */
final class CommandLine {

    static final int USUAL_PORT = 8088;

    private static final Map<String, Option> OPTIONS = options();

    private final AjoSimulatorBuilder builder = AjoSimulator.builder().port(USUAL_PORT);
    private final List<String> allowedHosts = new ArrayList<>();
    private Mode mode = Mode.RUN;
    private String host = "127.0.0.1";
    private int port = USUAL_PORT;
    private Path stateFile;

    private CommandLine() {}

    /** The requested action. */
    enum Mode {
        RUN,
        HELP,
        VERSION,
        HEALTH
    }

    /**
     * An option.
     *
     * @param value the name of its value in the help; {@code null} if it takes none
     * @param set   takes the value
     */
    private record Option(String value, String help, BiConsumer<CommandLine, String> set) {}

    private static Map<String, Option> options() {
        Map<String, Option> all = new LinkedHashMap<>();
        all.put("--host", new Option("ADDRESS", """
                address to listen on (default 127.0.0.1: this machine only);
                with 0.0.0.0 everybody on the network can reach it""", CommandLine::host));
        all.put("--port", new Option("NUMBER", """
                port to listen on; 0 selects a free one (default 8088)""", CommandLine::port));
        all.put("--state", new Option("FILE", """
                file to load the state from, if it exists, and to save it to
                on a graceful shutdown and with the admin call save-state""", CommandLine::state));
        all.put(
                "--seed",
                new Option(
                        "NUMBER",
                        """
                seed of the generated data (default 42)""",
                        (line, value) -> line.builder.seed(number("--seed", value, Long.MIN_VALUE, Long.MAX_VALUE))));
        all.put(
                "--journeys",
                new Option(
                        "NUMBER",
                        """
                generated journeys per sandbox (default 250)""",
                        (line, value) -> line.builder.journeys((int) number("--journeys", value, 0, 100_000))));
        all.put(
                "--campaigns",
                new Option(
                        "NUMBER",
                        """
                generated campaigns per sandbox (default 60)""",
                        (line, value) -> line.builder.campaigns((int) number("--campaigns", value, 0, 100_000))));
        all.put(
                "--suppression-entries",
                new Option(
                        "NUMBER",
                        """
                suppressed addresses per sandbox (default 45)""",
                        (line, value) -> line.builder.suppressionEntries(
                                (int) number("--suppression-entries", value, 0, Integer.MAX_VALUE))));
        all.put(
                "--job-step",
                new Option(
                        "MILLISECONDS",
                        """
                time that a job stays in each state, by the simulator's clock;
                0, the default, advances it with every poll""",
                        (line, value) -> line.builder.jobStep(
                                Duration.ofMillis(number("--job-step", value, 0, Integer.MAX_VALUE)))));
        all.put(
                "--token-lifetime",
                new Option(
                        "SECONDS",
                        """
                validity of a token (default 86399)""",
                        (line, value) -> line.builder.tokenLifetime(
                                Duration.ofSeconds(number("--token-lifetime", value, 1, Integer.MAX_VALUE)))));
        all.put(
                "--client-id",
                new Option("ID", """
                client ID to accept""", (line, value) -> line.builder.clientId(notBlank("--client-id", value))));
        all.put(
                "--client-secret",
                new Option(
                        "SECRET", """
                client secret to accept""", (line, value) -> line.builder.clientSecret(notBlank("--client-secret", value))));
        all.put(
                "--second-client-secret",
                new Option(
                        "SECRET",
                        """
                second client secret to accept, as during a rotation""",
                        (line, value) ->
                                line.builder.secondaryClientSecret(notBlank("--second-client-secret", value))));
        all.put("--other-client", new Option("ID:SECRET", """
                another client of the organization; can be repeated. Its
                tokens do not fit the API key of the first client""", CommandLine::otherClient));
        all.put("--organization-id", new Option("ID", """
                organization ID to accept, with @AdobeOrg""", CommandLine::organization));
        all.put(
                "--without-permissions",
                new Option("NAMES", """
                permissions that the credential lacks, separated by semicolons""", (line, value) -> line.builder.permissions(allBut(value))));
        all.put("--check-scopes", new Option(null, """
                changes of suppression lists need the scopes of suppression""", (line, value) -> line.builder.scopesChecked(true)));
        all.put(
                "--ignore-repeated-requests",
                new Option(null, """
                a message call with an x-request-id that was used before
                gets the first answer again, and sends nothing""", (line, value) -> line.builder.repeatedRequestIdsIgnored(true)));
        all.put(
                "--allow-host",
                new Option("NAMES", """
                further host names for admin calls, separated by commas;
                addresses, localhost and names without a dot are always
                accepted""", (line, value) -> line.allowedHosts.addAll(List.of(value.split(",")))));
        all.put("--health", new Option(null, """
                checks whether a simulator runs on --host and --port, and
                exits with 0 if it does, with 1 if not""", (line, value) -> line.mode = Mode.HEALTH));
        all.put("--version", new Option(null, """
                prints the version""", (line, value) -> line.mode = Mode.VERSION));
        all.put("--help", new Option(null, """
                prints this text""", (line, value) -> line.mode = Mode.HELP));
        return all;
    }

    /** @throws IllegalArgumentException that says which argument is wrong and what is allowed */
    static CommandLine parse(String... args) {
        CommandLine line = new CommandLine();
        for (int i = 0; i < args.length; i++) {
            String[] parts = args[i].split("=", 2);
            String name = "-h".equals(parts[0]) ? "--help" : parts[0];
            Option option = OPTIONS.get(name);
            if (option == null) {
                throw new IllegalArgumentException("Unknown option: " + name + "; there are "
                        + OPTIONS.keySet().stream().collect(Collectors.joining(", ")));
            }
            if (option.value() == null) {
                if (parts.length == 2) {
                    throw new IllegalArgumentException("Option " + name + " takes no value");
                }
                option.set().accept(line, null);
            } else if (parts.length == 2) {
                option.set().accept(line, parts[1]);
            } else if (i + 1 < args.length) {
                i++;
                option.set().accept(line, args[i]);
            } else {
                throw new IllegalArgumentException("Option " + name + " needs a value: " + name + " " + option.value());
            }
        }
        line.builder.adminHosts(line.allowedHosts);
        return line;
    }

    static String help() {
        StringBuilder text = new StringBuilder("""
                Simulates Adobe's login and the Journey Optimizer APIs on this machine.

                Options (as --name value or --name=value):
                """);
        OPTIONS.forEach((name, option) -> {
            String first = "  " + name + (option.value() == null ? "" : " " + option.value());
            String indent = " ".repeat(32);
            text.append(
                            first.length() < indent.length() - 1
                                    ? first + " ".repeat(indent.length() - first.length())
                                    : first + "\n" + indent)
                    .append(option.help().replace("\n", "\n" + indent))
                    .append('\n');
        });
        return text.append("""

                Exit codes: 0 success; 1 it could not start (port in use, unusable state file), could not save the
                state, or --health found no simulator; 2 an argument is wrong; 143 after SIGTERM and 130 after
                Ctrl+C, when it has stopped gracefully and saved the state.
                """).toString();
    }

    private void host(String value) {
        try {
            if (value.isBlank()) {
                throw new UnknownHostException(value);
            }
            host = value;
            builder.host(InetAddress.getByName(value).getHostAddress());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    "Option --host needs an address of this machine, such as 127.0.0.1 or 0.0.0.0, not '" + value + "'",
                    e);
        }
    }

    private void otherClient(String value) {
        String[] parts = value.split(":", 2);
        if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
            throw new IllegalArgumentException(
                    "Option --other-client needs an ID and a secret with a colon between them");
        }
        builder.otherClient(parts[0], parts[1]);
    }

    private void organization(String value) {
        if (!value.endsWith("@AdobeOrg")) {
            throw new IllegalArgumentException(
                    "Option --organization-id needs an ID that ends with @AdobeOrg, not '" + value + "'");
        }
        builder.organizationId(value);
    }

    private static String notBlank(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("Option " + name + " needs a value");
        }
        return value;
    }

    private void port(String value) {
        port = (int) number("--port", value, 0, 65_535);
        builder.port(port);
    }

    private void state(String value) {
        stateFile = Path.of(value);
        Path folder = stateFile.toAbsolutePath().getParent();
        if (value.isBlank() || folder == null || !Files.isDirectory(folder) || Files.isDirectory(stateFile)) {
            throw new IllegalArgumentException(
                    "Option --state needs a file in a folder that exists, not '" + value + "'");
        }
        builder.stateFile(stateFile);
    }

    /** Separated by semicolons, because some names contain a comma. */
    private static Collection<String> allBut(String names) {
        List<String> without = Arrays.stream(names.split(";"))
                .map(String::strip)
                .map(Grants::known)
                .toList();
        return Permissions.all().stream()
                .filter(name -> !without.contains(name))
                .toList();
    }

    private static long number(String name, String value, long least, long most) {
        long number;
        try {
            number = Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Option " + name + " needs a whole number, not '" + value + "'", e);
        }
        if (number < least || number > most) {
            throw new IllegalArgumentException(
                    "Option " + name + " must be from " + least + " to " + most + ", not " + value);
        }
        return number;
    }

    Mode mode() {
        return mode;
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    /** Returns {@code null} if none was given. */
    Path stateFile() {
        return stateFile;
    }

    AjoSimulator simulator() {
        return builder.build();
    }
}

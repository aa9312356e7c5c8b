package io.github.camelajo.example.quarkus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The command line.
 *
 * @param command   what is done
 * @param folder    the folder of YAML files
 * @param prune     whether what this state made, and the files do not want any more, is removed
 * @param plan      fingerprint of the only plan that may be applied, {@code null} for any
 * @param addresses whether suppressed addresses are exported too
 */
record Options(Command command, Path folder, boolean prune, String plan, boolean addresses) {

    private static final String PLAN = "--plan=";
    private static final String USAGE = """
            Usage: plan FOLDER [--prune]
                   apply FOLDER [--prune] [--plan=FINGERPRINT]
                   export FOLDER [--addresses]""";

    enum Command {
        PLAN,
        APPLY,
        EXPORT
    }

    /** @throws IllegalArgumentException with what is wrong and what is allowed */
    static Options parse(String... arguments) {
        List<String> rest = new ArrayList<>(List.of(arguments));
        boolean prune = rest.remove("--prune");
        boolean addresses = rest.remove("--addresses");
        String plan = rest.stream()
                .filter(argument -> argument.startsWith(PLAN))
                .findFirst()
                .orElse(null);
        rest.remove(plan);
        if (rest.size() != 2 || rest.stream().anyMatch(argument -> argument.startsWith("--"))) {
            throw new IllegalArgumentException(USAGE);
        }
        Command command = command(rest.get(0));
        boolean export = command == Command.EXPORT;
        if (export && prune || addresses && !export || plan != null && command != Command.APPLY) {
            throw new IllegalArgumentException(USAGE);
        }
        return new Options(
                command, Path.of(rest.get(1)), prune, plan == null ? null : plan.substring(PLAN.length()), addresses);
    }

    private static Command command(String name) {
        try {
            return Command.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Unknown command " + name + "\n" + USAGE, e);
        }
    }

    /** What the component is asked to do. */
    String uri() {
        if (command == Command.EXPORT) {
            return "ajo:state?operation=export&format=yaml";
        }
        // What failed stands in the report.
        return "ajo:state?operation=apply&outputType=json&reportFailures=true&mode="
                + command.name().toLowerCase(Locale.ROOT)
                + (prune ? "&prune=managed" : "")
                + (plan == null ? "" : "&planFingerprint=" + plan);
    }

    /** Sections that are exported, each into a file of its own. Addresses are personal data. */
    List<String> kinds() {
        List<String> kinds =
                new ArrayList<>(List.of("fragment", "template", "capping", "throttling", "suppressionDomain"));
        if (addresses) {
            kinds.add("suppressionAddress");
        }
        return kinds;
    }
}

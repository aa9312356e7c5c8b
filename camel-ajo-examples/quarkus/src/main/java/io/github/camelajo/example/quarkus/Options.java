package io.github.camelajo.example.quarkus;

import java.nio.file.Path;

/**
 * The command line.
 *
 * @param dryRun         whether the changes are only told
 * @param removeUnlisted whether configurations that the file does not list are removed
 * @param file           the file of the limits
 */
public record Options(boolean dryRun, boolean removeUnlisted, Path file) {

    static final String USAGE = "Usage: [--dry-run] [--remove-unlisted] FILE";

    /** @throws IllegalArgumentException with what is wrong and what is allowed */
    static Options parse(String... arguments) {
        boolean dryRun = false;
        boolean removeUnlisted = false;
        Path file = null;
        for (String argument : arguments) {
            if ("--dry-run".equals(argument)) {
                dryRun = true;
            } else if ("--remove-unlisted".equals(argument)) {
                removeUnlisted = true;
            } else if (argument.startsWith("--")) {
                throw new IllegalArgumentException("Unknown option " + argument + ". " + USAGE);
            } else if (file != null) {
                throw new IllegalArgumentException("More than one file: " + file + " and " + argument + ". " + USAGE);
            } else {
                file = Path.of(argument);
            }
        }
        if (file == null) {
            throw new IllegalArgumentException("The file is missing. " + USAGE);
        }
        return new Options(dryRun, removeUnlisted, file);
    }
}

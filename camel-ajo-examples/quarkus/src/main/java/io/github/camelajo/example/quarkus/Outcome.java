package io.github.camelajo.example.quarkus;

/**
 * How a change ended.
 *
 * @param done    whether it is done
 * @param problem why it failed; {@code null} when it did not
 */
record Outcome(Change change, boolean done, String problem) {

    static Outcome done(Change change) {
        return new Outcome(change, true, null);
    }

    /** In a dry run. */
    static Outcome skipped(Change change) {
        return new Outcome(change, false, null);
    }

    static Outcome failed(Change change, String problem) {
        return new Outcome(change, false, problem);
    }

    /** One line for the log. */
    @Override
    public String toString() {
        if (problem != null) {
            return "Failed: " + change + ": " + problem;
        }
        return (done ? "Done: " : "Would: ") + change;
    }
}

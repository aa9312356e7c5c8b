package io.github.camelajo.example.etl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * What was given to the workers, what their tables say of it, and what is at Adobe. It adds up when each item has ended in one
 * state, what counts as sent is at Adobe exactly once, what was refused is not there, and what was parked is there once at most; and
 * when nothing went wrong on the way.
 */
final class Ledger {

    static final String SENT = "sent";
    static final String REFUSED = "refused";
    static final String UNKNOWN = "unknown";

    private static final String ROW = "%-18s %8s %8s %8s %8s %9s  %s%n";

    /**
     * A line of the table.
     *
     * @param atAdobe how many of them Adobe has
     * @param problem why it does not add up, or null
     */
    record Line(String what, long given, long sent, long refused, long parked, long atAdobe, String problem) {}

    private final List<Line> lines = new ArrayList<>();
    private final List<String> wrongs = new ArrayList<>();

    /**
     * Adds items that were delivered.
     *
     * @param keys    of all that was given
     * @param states  what the table says of each
     * @param atAdobe how often Adobe has it
     */
    void delivered(String what, Set<String> keys, Map<String, String> states, ToLongFunction<String> atAdobe) {
        String problem = keys.equals(states.keySet()) ? null : "some were given and have no outcome, or the reverse";
        for (Map.Entry<String, String> item : states.entrySet()) {
            long times = atAdobe.applyAsLong(item.getKey());
            if (problem == null && !isRight(item.getValue(), times)) {
                problem = item.getKey() + " is " + item.getValue() + ", and Adobe has it " + times + " times";
            }
        }
        lines.add(new Line(
                what,
                keys.size(),
                Collections.frequency(states.values(), SENT),
                Collections.frequency(states.values(), REFUSED),
                Collections.frequency(states.values(), UNKNOWN),
                keys.stream().mapToLong(atAdobe).sum(),
                problem));
    }

    private static boolean isRight(String state, long times) {
        return switch (state) {
            case SENT -> times == 1;
            case REFUSED -> times == 0;
            case UNKNOWN -> times <= 1;
            default -> false;
        };
    }

    /** Adds a list that is kept in step: both sides have to be the same. */
    void synced(String what, Set<String> there, Set<String> here) {
        String problem = there.equals(here) ? null : "the two sides differ";
        lines.add(new Line(what, there.size(), here.size(), 0, 0, there.size(), problem));
    }

    /** Adds what went wrong on the way: whatever the lines say, it does not add up then. */
    void wrong(String what) {
        wrongs.add(what);
    }

    boolean addsUp() {
        return wrongs.isEmpty() && lines.stream().allMatch(line -> line.problem() == null);
    }

    List<Line> lines() {
        return lines;
    }

    List<String> wrongs() {
        return wrongs;
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder();
        table.append(ROW.formatted("", "given", "done", "refused", "parked", "at Adobe", ""));
        for (Line line : lines) {
            table.append(ROW.formatted(
                    line.what(),
                    line.given(),
                    line.sent(),
                    line.refused(),
                    line.parked(),
                    line.atAdobe(),
                    line.problem() == null ? "adds up" : "DOES NOT ADD UP: " + line.problem()));
        }
        wrongs.forEach(what -> table.append("WRONG: %s%n".formatted(what)));
        return table.toString();
    }
}

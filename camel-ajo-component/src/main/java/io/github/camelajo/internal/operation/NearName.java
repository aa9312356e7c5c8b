package io.github.camelajo.internal.operation;

import java.util.Collection;
import java.util.Locale;

/** Finds what somebody meant who has mistyped the name of a field. */
final class NearName {

    /** Longer ones are no names of fields, and comparing them takes time. */
    private static final int LONGEST = 60;

    private static final int ONE_SLIP_FROM = 4;
    private static final int TWO_SLIPS_FROM = 8;

    private NearName() {}

    /** The name that is nearest to the given one, or {@code null} when none is near enough for a slip. */
    static String of(String given, Collection<String> known) {
        if (given.length() > LONGEST) {
            return null;
        }
        String best = null;
        int fewest = Integer.MAX_VALUE;
        for (String name : known) {
            int slips = slips(given, name);
            if (slips < fewest) {
                best = name;
                fewest = slips;
            }
        }
        return best;
    }

    /** The number of slips between two names, {@link Integer#MAX_VALUE} for different ones. */
    private static int slips(String given, String name) {
        String left = plain(given);
        String right = plain(name);
        if (left.equals(right)) {
            return 0;
        }
        if (left.equals(right + "s") || right.equals(left + "s")) {
            return 1;
        }
        int shorter = Math.min(left.length(), right.length());
        int allowed = shorter >= TWO_SLIPS_FROM ? 2 : shorter >= ONE_SLIP_FROM ? 1 : 0;
        if (allowed == 0 || Math.abs(left.length() - right.length()) > allowed) {
            return Integer.MAX_VALUE;
        }
        int distance = distance(left, right);
        return distance <= allowed ? distance : Integer.MAX_VALUE;
    }

    private static String plain(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    /** Letters to add, remove, change or swap with their neighbour. */
    private static int distance(String left, String right) {
        int[][] edits = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                int fewest = Math.min(edits[i - 1][j - 1] + change, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1)) {
                    fewest = Math.min(fewest, edits[i - 2][j - 2] + 1);
                }
                edits[i][j] = fewest;
            }
        }
        return edits[left.length()][right.length()];
    }
}

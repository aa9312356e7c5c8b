package io.github.camelajo.internal.text;

import java.util.Collection;
import java.util.Locale;

/** Finds the name that a misspelt one was meant to be. */
public final class NearestName {

    private NearestName() {}

    /** The name that a misspelt one is nearest to; {@code null} when it is near to none. */
    public static String of(String misspelt, Collection<String> names) {
        String given = misspelt.toLowerCase(Locale.ROOT);
        String nearest = null;
        int least = Math.max(1, Math.min(3, misspelt.length() / 3)) + 1;
        for (String name : names) {
            if (Math.abs(name.length() - given.length()) < least) {
                int distance = distance(given, name.toLowerCase(Locale.ROOT));
                if (distance < least) {
                    least = distance;
                    nearest = name;
                }
            }
        }
        return nearest;
    }

    /** How many letters have to be inserted, deleted, replaced or swapped with their neighbour. */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[other.length()];
    }
}

package io.github.camelajo.benchmarks.report;

import java.util.Locale;

/** Numbers as the report writes them. */
public final class Numbers {

    private Numbers() {}

    /** Two decimals below 10, one below 100, none above, with thousands set apart. */
    public static String of(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1000) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        String format = size < 10 ? "%.2f" : size < 100 ? "%.1f" : "%,.0f";
        return String.format(Locale.ROOT, format, value);
    }

    /** As it is written: what reads as 1.15 is 1.15. */
    static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}

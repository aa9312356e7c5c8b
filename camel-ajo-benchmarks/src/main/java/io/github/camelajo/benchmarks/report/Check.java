package io.github.camelajo.benchmarks.report;

/**
 * A figure that has a target.
 *
 * @param what         what was measured
 * @param comparedWith against what
 * @param target       what it should be
 * @param measured     what it was
 * @param met          whether it was what it should be
 */
public record Check(String what, String comparedWith, String target, String measured, boolean met) {

    /** A ratio that should not be more than a limit. */
    public static Check atMost(String what, String comparedWith, double limit, double ratio) {
        return new Check(
                what, comparedWith, "at most " + Numbers.of(limit), Numbers.of(ratio), Numbers.round(ratio) <= limit);
    }

    /** A ratio that should not be less than a limit. */
    public static Check atLeast(String what, String comparedWith, double limit, double ratio) {
        return new Check(
                what, comparedWith, "at least " + Numbers.of(limit), Numbers.of(ratio), Numbers.round(ratio) >= limit);
    }

    /** A ratio that should be less than 1. */
    public static Check below(String what, String comparedWith, double ratio) {
        return new Check(what, comparedWith, "below 1", Numbers.of(ratio), Numbers.round(ratio) < 1);
    }
}

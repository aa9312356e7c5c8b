package io.github.camelajo.benchmarks.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measured values of one thing, in the order of the rounds. */
public final class Samples {

    private final List<Double> values = new ArrayList<>();

    public synchronized void add(double value) {
        values.add(value);
    }

    public synchronized int size() {
        return values.size();
    }

    /** All but the first ones: those warmed up. */
    public synchronized Samples withoutFirst(int count) {
        Samples rest = new Samples();
        values.stream().skip(count).forEach(rest::add);
        return rest;
    }

    /** The value in the middle; the mean of two where there are two. */
    public synchronized double median() {
        return median(values);
    }

    /** The smallest value that at least this share of all values does not exceed. */
    public synchronized double percentile(double share) {
        if (values.isEmpty()) {
            throw new IllegalStateException("Nothing was measured");
        }
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.min(sorted.size(), Math.max(1, rank)) - 1);
    }

    /** Median of the ratios round by round: what disturbs a whole round does not count. */
    public double medianRatio(Samples other) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(size(), other.size()); i++) {
            ratios.add(get(i) / other.get(i));
        }
        return median(ratios);
    }

    private synchronized double get(int index) {
        return values.get(index);
    }

    private static double median(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalStateException("Nothing was measured");
        }
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}

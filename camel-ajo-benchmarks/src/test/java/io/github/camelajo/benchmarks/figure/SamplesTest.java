package io.github.camelajo.benchmarks.figure;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SamplesTest {

    @Test
    void theMedianIsTheValueInTheMiddle() {
        assertThat(samples(3, 1, 100).median()).isEqualTo(3);
        assertThat(samples(4, 1, 2, 100).median()).isEqualTo(3);
    }

    @Test
    void aPercentileIsAValueThatWasMeasured() {
        Samples samples = new Samples();
        for (int i = 100; i > 0; i--) {
            samples.add(i);
        }
        assertThat(samples.percentile(0.99)).isEqualTo(99);
        assertThat(samples.percentile(1)).isEqualTo(100);
        assertThat(samples.percentile(0)).isEqualTo(1);
    }

    @Test
    void ratiosAreTakenRoundByRound() {
        // Both are three times as slow in the second round; the ratio is the same.
        assertThat(samples(10, 30, 10).medianRatio(samples(5, 15, 5))).isEqualTo(2);
    }

    @Test
    void theFirstCanBeLeftOut() {
        assertThat(samples(100, 1, 2, 3).withoutFirst(1).median()).isEqualTo(2);
    }

    @Test
    void nothingHasNoMedian() {
        assertThatIllegalStateException().isThrownBy(() -> new Samples().median());
    }

    private static Samples samples(double... values) {
        Samples samples = new Samples();
        for (double value : values) {
            samples.add(value);
        }
        return samples;
    }
}

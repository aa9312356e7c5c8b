package io.github.camelajo.store;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.camelajo.internal.storage.KnownItem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReadAheadTest {

    private final ReadAhead ahead = new ReadAhead();

    private static KnownItem item(int number) {
        return new KnownItem("key" + number, number, "f", 1, 0);
    }

    private static List<KnownItem> items(int from, int below) {
        return IntStream.range(from, below).mapToObj(ReadAheadTest::item).toList();
    }

    private Map<String, KnownItem> take(int from, int below) {
        Set<String> keys = new LinkedHashSet<>(
                IntStream.range(from, below).mapToObj(i -> "key" + i).toList());
        Map<String, KnownItem> found = new HashMap<>();
        ahead.take(keys, found);
        assertThat(keys).hasSize(below - from - found.size());
        return found;
    }

    @Test
    void hasNothingBeforeTheFirstBlock() {
        assertThat(take(0, 10)).isEmpty();
        assertThat(ahead.isUsedUp()).isFalse();
    }

    @Test
    void wantsABlockOnceASearchHasFoundSomethingAndTheNextOneOnceItIsUsedUp() {
        assertThat(ahead.isPassed(List.of())).as("only unknown items").isFalse();
        assertThat(ahead.isPassed(items(0, 100))).isTrue();

        ahead.load(100, items(100, 1_100));

        assertThat(take(100, 1_099)).hasSize(999);
        assertThat(ahead.isUsedUp()).isFalse();
        assertThat(take(1_099, 1_200)).containsOnlyKeys("key1099");
        assertThat(ahead.isUsedUp()).isTrue();
        assertThat(ahead.end()).isEqualTo(1_100);
    }

    @Test
    void givesAnItemOnceAndForgetsWhatWasWritten() {
        ahead.load(0, items(0, 10));

        assertThat(take(0, 3)).hasSize(3);
        assertThat(take(0, 3)).as("taken before").isEmpty();
        ahead.forget(List.of("key5", "unknown"));

        assertThat(take(3, 10)).hasSize(6).doesNotContainKey("key5");
    }

    @Test
    void doesNotWantABlockForItemsThatItHasPassed() {
        ahead.load(5_000, items(5_000, 6_000));

        assertThat(ahead.isPassed(items(10, 20))).isFalse();
        assertThat(ahead.isPassed(items(6_000, 6_001))).isTrue();
    }

    @Test
    void loadsLessAndLessWhereBlocksAreOfNoUse() {
        int searches = 0;
        int blocks = 0;
        for (int number = 10_000; searches < 1_000; number += 10_000) {
            searches++;
            if (ahead.isPassed(List.of(item(number)))) {
                blocks++;
                ahead.load(number + 1, items(number + 1, number + 1 + ReadAhead.BLOCK));
            }
        }

        assertThat(blocks).isLessThan(25);
        assertThat(ReadAhead.LONGEST_PAUSE).isEqualTo(64);
    }

    @Test
    void readsAheadAgainAsSoonAsABlockIsOfUse() {
        ahead.load(0, items(0, 1_000));
        ahead.load(5_000, items(5_000, 6_000));
        assertThat(ahead.isPassed(items(9_000, 9_001)))
                .as("waits, as the first block was of no use")
                .isFalse();
        assertThat(take(5_000, 6_000)).hasSize(1_000);
        ahead.load(6_000, items(6_000, 7_000));

        assertThat(ahead.isPassed(items(9_000, 9_001))).isTrue();
    }
}

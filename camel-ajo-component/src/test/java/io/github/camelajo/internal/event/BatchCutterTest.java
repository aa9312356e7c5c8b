package io.github.camelajo.internal.event;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BatchCutterTest {

    private static PreparedEvent event(int size) {
        byte[] json = new byte[size];
        Arrays.fill(json, (byte) '7');
        return new PreparedEvent(0, null, Map.of(), json, null);
    }

    private static List<List<PreparedEvent>> all(BatchCutter cutter, List<PreparedEvent> events) {
        Iterator<PreparedEvent> left = events.iterator();
        List<List<PreparedEvent>> batches = new ArrayList<>();
        while (true) {
            List<PreparedEvent> batch = cutter.cut(() -> left.hasNext() ? left.next() : null);
            if (batch.isEmpty()) {
                return batches;
            }
            batches.add(batch);
        }
    }

    @Test
    void cutsByCount() {
        List<List<PreparedEvent>> batches = all(new BatchCutter(2, 10_000), List.of(event(1), event(1), event(1)));
        assertThat(batches).extracting(List::size).containsExactly(2, 1);
    }

    @Test
    void aBatchMayBeExactlyAsLargeAsAllowed() {
        int exactly = BatchCutter.FRAME + 10 + 1 + 10;
        assertThat(all(new BatchCutter(9, exactly), List.of(event(10), event(10))))
                .extracting(List::size)
                .containsExactly(2);
        assertThat(all(new BatchCutter(9, exactly - 1), List.of(event(10), event(10))))
                .extracting(List::size)
                .containsExactly(1, 1);
    }

    @Test
    void aMessageThatIsLargerThanABatchGoesAlone() {
        assertThat(all(new BatchCutter(9, 100), List.of(event(10), event(500), event(10))))
                .extracting(List::size)
                .containsExactly(1, 1, 1);
    }

    @Test
    void nothingIsLostOrDoubledAndNoBatchIsTooLarge() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<PreparedEvent> events = new ArrayList<>();
            for (int i = random.nextInt(60); i > 0; i--) {
                events.add(event(1 + random.nextInt(80)));
            }
            int bytes = 100 + random.nextInt(200);
            List<List<PreparedEvent>> batches = all(new BatchCutter(1 + random.nextInt(9), bytes), events);
            assertThat(batches.stream().flatMap(List::stream).toList()).isEqualTo(events);
            assertThat(batches).allSatisfy(batch -> {
                assertThat(BatchCutter.json(batch)).hasSize(BatchCutter.size(batch));
                assertThat(BatchCutter.size(batch)).isLessThanOrEqualTo(bytes);
            });
        }
    }

    @Test
    void whatGoesOutIsAdobesBatch() {
        PreparedEvent one = new PreparedEvent(0, null, Map.of(), "{\"a\":1}".getBytes(StandardCharsets.UTF_8), null);
        PreparedEvent two =
                new PreparedEvent(1, null, Map.of(), "{\"b\":\"ü\"}".getBytes(StandardCharsets.UTF_8), null);
        assertThat(new String(BatchCutter.json(List.of(one, two)), StandardCharsets.UTF_8))
                .isEqualTo("{\"messages\":[{\"a\":1},{\"b\":\"ü\"}]}");
    }
}

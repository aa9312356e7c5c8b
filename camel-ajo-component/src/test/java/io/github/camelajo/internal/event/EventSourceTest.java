package io.github.camelajo.internal.event;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.testkit.FailingIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EventSourceTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<Map<String, Integer>> TWO = List.of(Map.of("a", 1), Map.of("a", 2));

    @TempDir
    Path folder;

    private static List<Object> all(Object body) {
        List<Object> all = new ArrayList<>();
        EventSource.of(body, MAPPER).forEachRemaining(all::add);
        return all;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"a\":1},{\"a\":2}]",
                "{\"a\":1}\n{\"a\":2}\n",
                "{\"messages\":[{\"a\":1},{\"a\":2}]}",
                "[{\"a\":1}]\n[]\n[{\"a\":2}]\n",
                "[{\"a\":1}] {\"a\":2}",
                "{\"messages\":[{\"a\":1}],\"more\":{\"messages\":[]}}\n{\"messages\":[{\"a\":2}]}",
                "\uFEFF[{\"a\":1},{\"a\":2}]"
            })
    void jsonIsAListABatchOrOneObjectAfterTheOther(String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("events.json"), bytes);
        assertThat(all(bytes)).isEqualTo(TWO);
        assertThat(all(new ByteArrayInputStream(bytes))).isEqualTo(TWO);
        assertThat(all(file)).isEqualTo(TWO);
        assertThat(all(file.toFile())).isEqualTo(TWO);
        if (!json.startsWith("\uFEFF")) {
            assertThat(all(json)).isEqualTo(TWO);
        }
    }

    /** It cannot be sent, and those behind it can. */
    @Test
    void aNullIsNotTheEnd() {
        assertThat(all("[{\"a\":1},null,{\"a\":2}]")).containsExactly(TWO.get(0), null, TWO.get(1));
        assertThat(all("null\n{\"a\":1}")).containsExactly(null, TWO.get(0));
    }

    @Test
    void listsIteratorsArraysAndTreesAreTakenAsTheyCome() throws IOException {
        Iterable<Object> iterable = () -> List.<Object>copyOf(TWO).iterator();
        assertThat(all(TWO)).isEqualTo(TWO);
        assertThat(all(iterable)).isEqualTo(TWO);
        assertThat(all(TWO.iterator())).isEqualTo(TWO);
        assertThat(all(TWO.toArray())).isEqualTo(TWO);
        assertThat(all(Map.of("messages", TWO))).isEqualTo(TWO);
        assertThat(all(Map.of("a", 1))).isEqualTo(List.of(Map.of("a", 1)));
        assertThat(all(MAPPER.readTree("[{\"a\":1},{\"a\":2}]"))).hasSize(2);
        assertThat(all(MAPPER.readTree("{\"a\":1,\"b\":2}"))).hasSize(1);
    }

    @Test
    void nothingIsNoMessage() {
        assertThat(all("")).isEmpty();
        assertThat(all("[]")).isEmpty();
        assertThat(all(List.of())).isEmpty();
    }

    @Test
    void aStreamIsReadOnlyAsFarAsMessagesAreWanted() {
        int[] read = new int[1];
        InputStream endless = new InputStream() {
            private final byte[] item = "{\"a\":1}\n".getBytes(StandardCharsets.UTF_8);

            @Override
            public int read() {
                return item[read[0]++ % item.length];
            }

            @Override
            public int read(byte[] target, int from, int length) {
                for (int i = 0; i < length; i++) {
                    target[from + i] = (byte) read();
                }
                return length;
            }
        };
        Iterator<Object> source = EventSource.of(endless, MAPPER);
        for (int i = 0; i < 10; i++) {
            source.next();
        }
        assertThat(read[0]).isLessThan(100_000);
    }

    @Test
    void jsonThatBreaksOffIsToldWithoutItsContent() {
        Iterator<Object> source = EventSource.of("[{\"mail\":\"anna@example.com\"},{\"mail\":", MAPPER);
        source.next();
        assertThatIllegalArgumentException()
                .isThrownBy(source::next)
                .withMessageContaining("breaks off or is malformed")
                .satisfies(e -> assertThat(e.toString()).doesNotContain("anna"))
                .withNoCause();
    }

    /** A parser goes on behind a mistake, and would skip the message that has it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"a\":1},{\"a\":oops},{\"a\":3}]",
                "{\"a\":1}\n}\n{\"a\":3}",
                "[{\"a\":1},]",
                "{\"messages\":[{\"a\":1}]"
            })
    void jsonThatIsMalformedStaysSo(String json) {
        Iterator<Object> source = EventSource.of(json, MAPPER);
        source.next();
        for (int i = 0; i < 3; i++) {
            assertThatIllegalArgumentException().isThrownBy(source::hasNext).withMessageContaining("malformed");
        }
    }

    @Test
    void aFailureOfAnIteratorIsToldWithoutItsMessage() {
        Iterator<Object> source = EventSource.of(new FailingIterator(1), MAPPER);
        source.next();
        assertThatIllegalArgumentException()
                .isThrownBy(source::hasNext)
                .withMessage("the body cannot be read to its end: IllegalStateException");
    }

    @Test
    void anotherBodyIsRefusedWithWhatIsAllowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventSource.of(7, MAPPER))
                .withMessageContaining("a Integer, allowed: a List");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventSource.of(null, MAPPER))
                .withMessageContaining("empty, allowed:");
    }
}

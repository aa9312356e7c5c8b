package io.github.camelajo.simulator.internal.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.simulator.internal.core.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CallFeedTest {

    private final CallFeed feed = new CallFeed();

    private void add(int count) {
        add(count, 200, new byte[0]);
    }

    private void add(int count, int status, byte[] body) {
        ReceivedRequest request = new ReceivedRequest("GET", "/ajo/journey", "", Map.of(), body);
        Reply reply = new Reply(status, Map.of(), body);
        for (int i = 0; i < count; i++) {
            feed.add(
                    Instant.EPOCH,
                    request,
                    new Delivery(reply, null, Duration.ZERO, Origin.SERVICE),
                    Duration.ofMillis(1));
        }
    }

    private static List<Long> numbers(CallFeed.Look look) {
        return look.calls().stream().map(CallFeed.Entry::number).toList();
    }

    @Test
    void returnsEachCallOnceAndInOrder() {
        add(3);
        CallFeed.Look first = feed.after(null, 10);
        CallFeed.Look nothing = feed.after(first.next(), 10);
        add(2);
        CallFeed.Look second = feed.after(nothing.next(), 10);

        assertThat(numbers(first)).containsExactly(1L, 2L, 3L);
        assertThat(numbers(nothing)).isEmpty();
        assertThat(numbers(second)).containsExactly(4L, 5L);
        assertThat(second.missed()).isZero();
        assertThat(second.restarted()).isFalse();
    }

    @Test
    void returnsTheLastCallsWithoutACursor() {
        add(30);

        CallFeed.Look look = feed.after(null, 10);

        assertThat(numbers(look))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(21, 30).boxed().toList());
        assertThat(look.missed()).isZero();
        assertThat(look.more()).isFalse();
    }

    @Test
    void reportsThatThereAreMoreCalls() {
        CallFeed.Cursor start = feed.after(null, 10).next();
        add(25);

        CallFeed.Look look = feed.after(start, 10);
        CallFeed.Look rest = feed.after(look.next(), 100);

        assertThat(numbers(look)).hasSize(10).startsWith(1L);
        assertThat(look.more()).isTrue();
        assertThat(numbers(rest)).hasSize(15).startsWith(11L);
        assertThat(rest.more()).isFalse();
    }

    @Test
    void keepsTheLastThousandOfAHundredThousandCallsAndCountsAll() {
        add(60_000);
        add(40_000, 429, new byte[0]);

        CallFeed.Look look = feed.after(null, CallFeed.CAPACITY);

        assertThat(look.calls()).hasSize(1_000);
        assertThat(look.total()).isEqualTo(100_000);
        assertThat(look.failed()).isEqualTo(40_000);
        assertThat(feed.at(new CallFeed.Cursor(look.run(), 99_001))).isPresent();
        assertThat(feed.at(new CallFeed.Cursor(look.run(), 99_000))).isEmpty();
    }

    @Test
    void keepsTheBeginningOfALongBodyAndNoMoreThanEightMegabytesInAll() {
        add(2_000, 200, new byte[100_000]);

        CallFeed.Look look = feed.after(null, CallFeed.CAPACITY);

        assertThat(look.calls()).allSatisfy(entry -> {
            assertThat(entry.request().body()).hasSize(CallFeed.BODY_BYTES);
            assertThat(entry.answer().reply().body()).hasSize(CallFeed.BODY_BYTES);
            assertThat(entry.requestBytes()).isEqualTo(100_000);
            assertThat(entry.answerBytes()).isEqualTo(100_000);
        });
        assertThat(look.calls()).hasSize(CallFeed.ALL_BODIES_BYTES / (2 * CallFeed.BODY_BYTES));
    }

    @Test
    void reportsHowManyCallsWereDroppedSinceTheCursor() {
        add(5);
        CallFeed.Cursor cursor = feed.after(null, 10).next();
        add(1_200);

        CallFeed.Look look = feed.after(cursor, 10);

        assertThat(look.missed()).isEqualTo(200);
        assertThat(numbers(look)).startsWith(206L);
    }

    @Test
    void reportsACursorOfAnotherRunAndReturnsTheLastCalls() {
        add(5);
        CallFeed.Look before = feed.after(null, 10);
        feed.clear();
        add(2);

        CallFeed.Look look = feed.after(before.next(), 10);

        assertThat(look.restarted()).isTrue();
        assertThat(look.run()).isNotEqualTo(before.run());
        assertThat(numbers(look)).containsExactly(1L, 2L);
        assertThat(look.missed()).isZero();
        assertThat(feed.at(before.next())).isEmpty();
        assertThat(feed.after(look.next(), 10).restarted()).isFalse();
    }

    @Test
    void countsABrokenConnectionAsFailed() {
        feed.add(
                Instant.EPOCH,
                new ReceivedRequest("GET", "/", "", Map.of(), null),
                new Delivery(Reply.empty(200), Fault.Connection.RESET, Duration.ZERO, Origin.FAULT),
                Duration.ZERO);

        assertThat(feed.after(null, 1).failed()).isEqualTo(1);
    }

    @Test
    void losesNothingUnderLoad() {
        CallFeed.Cursor cursor = feed.after(null, 1).next();
        List<CompletableFuture<Void>> callers = IntStream.range(0, 4)
                .mapToObj(caller -> CompletableFuture.runAsync(() -> add(200)))
                .toList();
        List<Long> seen = new ArrayList<>();
        boolean last;
        do {
            last = callers.stream().allMatch(CompletableFuture::isDone);
            CallFeed.Look look = feed.after(cursor, 1_000);
            cursor = look.next();
            seen.addAll(numbers(look));
        } while (!last);

        assertThat(seen)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 800).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "17", "0a1b2c3d", "0a1b2c3d-", "0a1b2c3d--1", "0a1b2c3d-1e3", "0a1b2c3d-9999999999999999999"
            })
    void refusesATextThatIsNotACursor(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallFeed.Cursor.parse(text))
                .withMessageContaining("0a1b2c3d-17");
    }

    @Test
    void readsACursorThatItHasWritten() {
        CallFeed.Cursor cursor = feed.after(null, 1).next();

        assertThat(CallFeed.Cursor.parse(cursor.toString())).isEqualTo(cursor);
    }
}

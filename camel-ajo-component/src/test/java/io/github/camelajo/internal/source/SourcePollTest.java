package io.github.camelajo.internal.source;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import io.github.camelajo.internal.operation.ListChanges;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.state.MemorySourceState;
import io.github.camelajo.internal.storage.SourceLease;
import io.github.camelajo.internal.storage.SourceRequest;
import io.github.camelajo.internal.token.LogCapture;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A poll whose list, route and time are made by the test. */
class SourcePollTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final MemorySourceState state = new MemorySourceState();
    private final AtomicLong nanos = new AtomicLong();
    private final List<String> delivered = new ArrayList<>();
    private final AtomicLong calls = new AtomicLong();
    private Duration ofAnExchange = Duration.ZERO;
    private Map<String, Object> asked = Map.of();
    private int failsAt = Integer.MAX_VALUE;

    private PollReport poll(Set<ChangeKind> wanted, int maxChanges, Iterator<?> list) {
        return poll("capping", wanted, maxChanges, list);
    }

    private PollReport poll(String api, Set<ChangeKind> wanted, int maxChanges, Iterator<?> list) {
        SourceRequest request = new SourceRequest("test", "scope", "owner", DAY, true);
        SourceSettings settings = new SourceSettings(
                request,
                ListChanges.of(OperationCatalog.require(api, "list")),
                wanted,
                StartFrom.parse("all"),
                false,
                0.1,
                true,
                Duration.ofSeconds(1),
                maxChanges);
        try (SourceLease lease = state.open(request).orElseThrow()) {
            ChangeSink sink = new Sink();
            InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-29T10:00:00Z"));
            ItemReader reader = parameters -> {
                asked = parameters;
                return list;
            };
            return new SourcePoll(settings, lease, reader, sink, clock, nanos::get, calls::get).run();
        }
    }

    private static Iterator<?> items(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Map.of("uid", "u" + i, "name", "n" + i))
                .iterator();
    }

    @Test
    void aLongFirstReadTellsItsProgressEveryTenSeconds() {
        ofAnExchange = Duration.ofMillis(500);
        try (LogCapture log = new LogCapture()) {
            PollReport report = poll(Set.of(ChangeKind.CREATED), 0, items(250));

            assertThat(report.duration()).isEqualTo(Duration.ofSeconds(125));
            List<String> progress = log.at(Level.INFO).stream()
                    .filter(line -> line.contains("so far"))
                    .toList();
            assertThat(progress).hasSize(12);
            assertThat(progress.get(0)).contains("Source test: 100 items read and 20 changes delivered in 10 s so far");
            assertThat(progress.get(11)).contains("250 items read and 240 changes delivered in 120 s so far");
        }
    }

    @Test
    void aShortReadTellsNone() {
        ofAnExchange = Duration.ofMillis(39);
        try (LogCapture log = new LogCapture()) {
            poll(Set.of(ChangeKind.CREATED), 0, items(250));

            assertThat(log.at(Level.INFO)).noneMatch(line -> line.contains("so far"));
        }
    }

    @Test
    void theReportCountsCallsItemsAndChangesOfThisPollOnly() {
        calls.set(7);
        PollReport report = poll(Set.of(ChangeKind.CREATED), 0, items(3));
        assertThat(report.calls()).isEqualTo(3);
        assertThat(report.items()).isEqualTo(3);
        assertThat(report.changes()).isEqualTo(3);
        assertThat(report.complete()).isTrue();
    }

    @Test
    void onlyWhatMayStillBeDeliveredIsToldToBeComing() {
        poll(Set.of(ChangeKind.CREATED), 2, items(50));
        assertThat(delivered).containsExactly("coming 2", "u0", "u1");
    }

    private static Iterator<?> templates(String... times) {
        return IntStream.range(0, times.length)
                .mapToObj(i -> Map.of("id", "t" + i, "name", "n", "modifiedAt", times[i]))
                .iterator();
    }

    @Test
    void itemsOfOneInstantAreAllToldAlsoWhenAReadEndsAmongThem() {
        String[] times = new String[5];
        Arrays.fill(times, "2026-11-29T09:00:00Z");
        Set<ChangeKind> wanted = Set.of(ChangeKind.CREATED);
        failsAt = 3;
        poll("template", wanted, 0, templates(times));
        failsAt = Integer.MAX_VALUE;
        poll("template", wanted, 0, templates(times));
        poll("template", wanted, 0, templates(times));
        poll("template", wanted, 0, templates(times));
        assertThat(delivered.stream().filter(key -> key.startsWith("t"))).containsExactly("t0", "t1", "t2", "t3", "t4");
        // Not behind the instant, but at it and before it.
        assertThat(asked).containsEntry("property", "modifiedAt>=2026-11-29T08:55:00Z");
    }

    @Test
    void anItemThatIsDatedInTheFutureIsToldAndDoesNotMoveThePosition() {
        Set<ChangeKind> wanted = Set.of(ChangeKind.CREATED);
        for (int i = 0; i < 3; i++) {
            poll("template", wanted, 0, templates("2026-11-29T09:00:00Z", "2999-01-01T00:00:00Z"));
        }
        assertThat(delivered.stream().filter(key -> key.startsWith("t"))).containsExactly("t0", "t1");
        assertThat(asked).containsEntry("property", "modifiedAt>=2026-11-29T08:55:00Z");
    }

    @Test
    void aTemplateThatShowsUpBehindItsTimeIsFoundInTheOverlap() {
        Set<ChangeKind> wanted = Set.of(ChangeKind.CREATED);
        poll("template", wanted, 0, templates("2026-11-29T09:00:00Z"));
        poll("template", wanted, 0, templates("2026-11-29T09:00:00Z"));
        // Adobe shows the second one only now, with a time that is four minutes old by then.
        poll("template", wanted, 0, templates("2026-11-29T09:00:00Z", "2026-11-29T08:56:00Z"));
        assertThat(delivered).contains("t1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-29T09:00:00.000Z",
                "2026-11-29T09:00:00Z",
                "2026-11-29T11:00:00+02:00",
                "2026-11-29T14:45:00.000+05:45"
            })
    void oneInstantIsTheSameInEachNotation(String time) {
        long millis = Instant.parse("2026-11-29T09:00:00Z").toEpochMilli();
        assertThat(ListedItem.millis(time)).isEqualTo(millis);
        assertThat(ListedItem.millis(millis)).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-11-29T09:00:00", "2026-11-29"})
    void aTimeWithoutAZoneIsNoneAndNothingIsGuessed(String time) {
        assertThat(ListedItem.millis(time)).isNull();
    }

    private final class Sink implements ChangeSink {

        @Override
        public void coming(List<SourceChange> changes) {
            if (changes.size() < 50) {
                delivered.add("coming " + changes.size());
            }
        }

        @Override
        public Delivery deliver(SourceChange change, int place, int size) {
            if (delivered.size() == failsAt) {
                return Delivery.FAILED;
            }
            delivered.add(change.key());
            nanos.addAndGet(ofAnExchange.toNanos());
            calls.incrementAndGet();
            return Delivery.COMPLETED;
        }

        @Override
        public boolean mayGoOn() {
            return true;
        }
    }
}

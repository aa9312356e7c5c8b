package io.github.camelajo.internal.source;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.camelajo.internal.operation.ListChanges;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.state.MemorySourceState;
import io.github.camelajo.internal.storage.LeaseLostException;
import io.github.camelajo.internal.storage.SourceGroup;
import io.github.camelajo.internal.storage.SourceItem;
import io.github.camelajo.internal.storage.SourceLease;
import io.github.camelajo.internal.storage.SourceRequest;
import io.github.camelajo.internal.token.LogCapture;
import io.github.camelajo.spi.SourcePhase;
import io.github.camelajo.spi.SourcePosition;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A poll whose list, route and time are made by the test. */
class SourcePollTest {

    private static final Duration DAY = Duration.ofDays(1);

    private static final Set<ChangeKind> CREATED = Set.of(ChangeKind.CREATED);
    private static final Set<ChangeKind> ALL_KINDS = Set.of(ChangeKind.CREATED, ChangeKind.UPDATED, ChangeKind.REMOVED);

    private final AtomicLong nanos = new AtomicLong();
    private final MemorySourceState state = new MemorySourceState(nanos::get, () -> 0);
    private final List<String> delivered = new ArrayList<>();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger searches = new AtomicInteger();
    private Duration ofAnExchange = Duration.ZERO;
    private Map<String, Object> asked = Map.of();
    private int failsAt = Integer.MAX_VALUE;
    private Instant clock = Instant.parse("2026-11-29T10:00:00Z");
    private Duration leaseTime = DAY;
    private String startFrom = "all";
    private boolean fullRead;
    private boolean renewed;

    private PollReport poll(Set<ChangeKind> wanted, int maxChanges, Iterator<?> list) {
        return poll("capping", wanted, maxChanges, list);
    }

    private PollReport poll(String api, Set<ChangeKind> wanted, int maxChanges, Iterator<?> list) {
        return poll(api, wanted, maxChanges, parameters -> list);
    }

    private PollReport poll(String api, Set<ChangeKind> wanted, int maxChanges, ItemReader list) {
        SourceSettings settings = new SourceSettings(
                request(),
                ListChanges.of(OperationCatalog.require(api, "list")),
                wanted,
                StartFrom.parse(startFrom),
                fullRead,
                0.1,
                true,
                Duration.ofSeconds(1),
                maxChanges);
        try (SourceLease lease = state.open(request()).orElseThrow()) {
            SourceLease counted = LeaseProxy.of(lease, (method, arguments) -> {
                commits.addAndGet(method.equals("commit") ? 1 : 0);
                searches.addAndGet(method.equals("absent") ? 1 : 0);
                return LeaseProxy.GO_ON;
            });
            ItemReader reader = parameters -> {
                asked = parameters;
                return list.read(parameters);
            };
            return new SourcePoll(
                            settings,
                            counted,
                            reader,
                            new Sink(lease),
                            InstantSource.fixed(clock),
                            nanos::get,
                            calls::get)
                    .run();
        }
    }

    private SourceRequest request() {
        return new SourceRequest("test", "scope", "owner", leaseTime, true);
    }

    /** What was told since the last time. */
    private List<String> told() {
        List<String> told =
                delivered.stream().filter(line -> !line.startsWith("coming")).toList();
        delivered.clear();
        return told;
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
            PollReport report = poll(CREATED, 0, items(250));

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
            poll(CREATED, 0, items(250));

            assertThat(log.at(Level.INFO)).noneMatch(line -> line.contains("so far"));
        }
    }

    @Test
    void theReportCountsCallsItemsAndChangesOfThisPollOnly() {
        calls.set(7);
        PollReport report = poll(CREATED, 0, items(3));
        assertThat(report.calls()).isEqualTo(3);
        assertThat(report.items()).isEqualTo(3);
        assertThat(report.changes()).isEqualTo(3);
        assertThat(report.complete()).isTrue();
    }

    @Test
    void onlyWhatMayStillBeDeliveredIsToldToBeComing() {
        poll(CREATED, 2, items(50));
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
        failsAt = 3;
        poll("template", CREATED, 0, templates(times));
        failsAt = Integer.MAX_VALUE;
        poll("template", CREATED, 0, templates(times));
        poll("template", CREATED, 0, templates(times));
        poll("template", CREATED, 0, templates(times));
        assertThat(delivered.stream().filter(key -> key.startsWith("t"))).containsExactly("t0", "t1", "t2", "t3", "t4");
        // Not behind the instant, but at it and before it.
        assertThat(asked).containsEntry("property", "modifiedAt>=2026-11-29T08:55:00Z");
    }

    @Test
    void anItemThatIsDatedInTheFutureIsToldAndDoesNotMoveThePosition() {
        for (int i = 0; i < 3; i++) {
            poll("template", CREATED, 0, templates("2026-11-29T09:00:00Z", "2999-01-01T00:00:00Z"));
        }
        assertThat(delivered.stream().filter(key -> key.startsWith("t"))).containsExactly("t0", "t1");
        assertThat(asked).containsEntry("property", "modifiedAt>=2026-11-29T08:55:00Z");
    }

    @Test
    void aTemplateThatShowsUpBehindItsTimeIsFoundInTheOverlap() {
        poll("template", CREATED, 0, templates("2026-11-29T09:00:00Z"));
        poll("template", CREATED, 0, templates("2026-11-29T09:00:00Z"));
        // Adobe shows the second one only now, with a time that is four minutes old by then.
        poll("template", CREATED, 0, templates("2026-11-29T09:00:00Z", "2026-11-29T08:56:00Z"));
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

    @Test
    void aTimeFinerThanAMillisecondIsRoundedDown() {
        assertThat(ListedItem.millis("2026-11-29T09:00:00.0009999Z"))
                .isEqualTo(ListedItem.millis("2026-11-29T09:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Los_Angeles", "Asia/Kathmandu", "UTC"})
    void theTimeZoneOfTheProcessDoesNotMatter(String zone) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            assertThat(StartFrom.parse("2026-11-29").since())
                    .isEqualTo(Instant.parse("2026-11-29T00:00:00Z").toEpochMilli());
            poll("template", CREATED, 0, templates("2026-11-01T01:30:00-07:00"));
            poll("template", CREATED, 0, templates("2026-11-01T01:30:00-07:00"));
            poll("template", CREATED, 0, templates("2026-11-01T01:30:00-07:00"));
            assertThat(asked).containsEntry("property", "modifiedAt>=2026-11-01T08:25:00Z");
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static Map<String, Object> templateOf(String id, String modifiedAt) {
        return Map.of("id", id, "name", "n", "modifiedAt", modifiedAt);
    }

    /** A list that filters and sorts as it is asked to. */
    private static ItemReader server(List<Map<String, Object>> items) {
        return parameters -> {
            String condition = (String) parameters.getOrDefault("property", "modifiedAt>=1970-01-01T00:00:00Z");
            Instant from = Instant.parse(condition.substring("modifiedAt>=".length()));
            return items.stream()
                    .filter(item ->
                            !Instant.parse((String) item.get("modifiedAt")).isBefore(from))
                    .sorted(Comparator.comparing(item -> (String) item.get("modifiedAt")))
                    .iterator();
        };
    }

    @Test
    void whatBecomesVisibleBehindTheOverlapIsFoundByAFullReadOnly() {
        List<Map<String, Object>> list = new ArrayList<>(List.of(templateOf("t0", "2026-11-29T09:00:00Z")));
        poll("template", CREATED, 0, server(list));
        poll("template", CREATED, 0, server(list));
        list.add(templateOf("late", "2026-11-29T08:54:59Z"));
        poll("template", CREATED, 0, server(list));
        assertThat(told()).containsExactly("t0");
        fullRead = true;
        poll("template", CREATED, 0, server(list));
        assertThat(told()).containsExactly("late");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT2H", "PT0S", "PT-2H"})
    void aClockThatDiffersFromThatOfAdobeLosesNothing(Duration ahead) {
        Instant now = Instant.parse("2026-11-29T10:00:00Z");
        List<Map<String, Object>> list = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            now = now.plusSeconds(60);
            clock = now.plus(ahead);
            list.add(templateOf("t" + i, now.toString()));
            expected.add("t" + i);
            poll("template", CREATED, 0, server(list));
        }
        assertThat(told()).containsExactlyElementsOf(expected);
    }

    @Test
    void manyItemsOfOneInstantAreToldOnceAndThePositionDoesNotGrowWithThem() {
        int count = 100_000;
        for (int i = 0; i < 3; i++) {
            poll("template", CREATED, 0, parameters -> IntStream.range(0, count)
                    .mapToObj(number -> templateOf("t" + number, "2026-11-29T09:00:00Z"))
                    .iterator());
            assertThat(told()).hasSize(i == 0 ? count : 0);
        }
        long instant = Instant.parse("2026-11-29T09:00:00Z").toEpochMilli();
        assertThat(state.status("test").orElseThrow().position())
                .isEqualTo(new SourcePosition(SourcePhase.FOLLOW, instant, instant, 0));
    }

    @Test
    void aFirstReadIsStoredInGroupsAndAnIdleOneNotAtAll() {
        poll(CREATED, 0, items(1_000));
        // Ten groups of a hundred, and the end of the first read.
        assertThat(commits).hasValue(11);
        commits.set(0);
        poll(CREATED, 0, items(1_000));
        poll(ALL_KINDS, 0, items(1_000));
        assertThat(commits).hasValue(0);
    }

    @Test
    void aSlowRouteIsStoredEachSecond() {
        ofAnExchange = Duration.ofMillis(500);
        poll(CREATED, 0, items(10));
        assertThat(commits).hasValue(6);
    }

    @Test
    void removalsThatASlowRouteIsToldAreStoredEachSecond() {
        poll(ALL_KINDS, 0, items(30));
        poll(ALL_KINDS, 0, items(22));
        told();
        ofAnExchange = Duration.ofMillis(500);
        commits.set(0);
        poll(ALL_KINDS, 0, items(22));
        assertThat(told()).hasSize(8).allMatch(line -> line.startsWith("removed"));
        assertThat(commits).hasValue(4);
    }

    @Test
    void itemsThatWereRemovedLongAgoAreNotLookedForAgain() {
        poll(ALL_KINDS, 0, items(10));
        poll(ALL_KINDS, 0, items(5));
        poll(ALL_KINDS, 0, items(5));
        assertThat(searches.getAndSet(0)).isPositive();
        poll(ALL_KINDS, 0, items(5));
        poll(ALL_KINDS, 0, items(6));
        assertThat(searches).hasValue(0);
    }

    @Test
    void anItemThatOneReadHasMissedIsNotRemoved() {
        poll(ALL_KINDS, 0, items(5));
        for (int i = 0; i < 3; i++) {
            poll(ALL_KINDS, 0, items(4));
            poll(ALL_KINDS, 0, items(5));
        }
        assertThat(told()).containsExactly("u0", "u1", "u2", "u3", "u4");
        poll(ALL_KINDS, 0, items(4));
        poll(ALL_KINDS, 0, items(4));
        assertThat(told()).containsExactly("removed u4");
    }

    @ParameterizedTest
    @CsvSource({"5, 0", "100, 85", "2, 0"})
    void tooManyThatAreGoneAreHeldBackUntilTheyAreBack(int before, int after) {
        poll(ALL_KINDS, 0, items(before));
        told();
        poll(ALL_KINDS, 0, items(after));
        for (int i = 0; i < 3; i++) {
            assertThat(poll(ALL_KINDS, 0, items(after)).held())
                    .startsWith((before - after) + " of " + before + " items are gone");
        }
        assertThat(state.status("test").orElseThrow().hold()).isPresent();
        assertThat(poll(ALL_KINDS, 0, items(before)).held()).isNull();
        assertThat(state.status("test").orElseThrow().hold()).isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    void aPermissionForRemovalsDoesNotOutliveWhatItWasGivenFor() {
        assertThat(state.allowRemovals("test")).isFalse();
        poll(ALL_KINDS, 0, items(20));
        assertThat(state.allowRemovals("test")).as("nothing is held").isFalse();
        poll(ALL_KINDS, 0, items(0));
        poll(ALL_KINDS, 0, items(0));
        assertThat(state.allowRemovals("test")).isTrue();
        poll(ALL_KINDS, 0, items(20));
        told();

        poll(ALL_KINDS, 0, items(0));
        assertThat(poll(ALL_KINDS, 0, items(0)).held()).isNotNull();
        assertThat(told()).isEmpty();
    }

    @Test
    void anItemThatWasRemovedAndComesBackIsCreatedAgain() {
        poll(ALL_KINDS, 0, items(5));
        poll(ALL_KINDS, 0, items(4));
        poll(ALL_KINDS, 0, items(4));
        poll(ALL_KINDS, 0, items(5));
        assertThat(told()).endsWith("u4", "removed u4", "u4");
    }

    @Test
    void anItemThatIsMadeAnewUnderItsKeyBetweenTwoPollsIsUpdatedIfItDiffers() {
        poll(ALL_KINDS, 0, List.of(Map.of("uid", "a", "name", "one")).iterator());
        poll(ALL_KINDS, 0, List.of(Map.of("uid", "a", "name", "one")).iterator());
        poll(ALL_KINDS, 0, List.of(Map.of("uid", "a", "name", "two")).iterator());
        assertThat(told()).containsExactly("a", "updated a");
    }

    @Test
    void aFingerprintOfAnotherReleaseIsReplacedWithoutAWord() {
        poll(ALL_KINDS, 0, items(0));
        try (SourceLease lease = state.open(request()).orElseThrow()) {
            lease.commit(SourceGroup.delivered(
                    lease.position(), List.of(new SourceItem("u0", "older", Fingerprint.VERSION - 1))));
        }
        poll(ALL_KINDS, 0, items(1));
        assertThat(told()).isEmpty();
        poll(ALL_KINDS, 0, List.of(Map.of("uid", "u0", "name", "changed")).iterator());
        assertThat(told()).containsExactly("updated u0");
    }

    @Test
    void aFirstReadWithLatestThatBreaksOffTellsNothingLater() {
        startFrom = "latest";
        Iterator<?> half = Stream.concat(
                        IntStream.range(0, 150).mapToObj(i -> Map.of("uid", "u" + i)),
                        Stream.of(1).map(i -> {
                            throw new IllegalStateException("broken off");
                        }))
                .iterator();
        assertThatThrownBy(() -> poll(ALL_KINDS, 0, half)).hasMessage("broken off");
        assertThat(state.status("test").orElseThrow().position().phase()).isEqualTo(SourcePhase.BASELINE);

        poll(
                ALL_KINDS,
                0,
                IntStream.range(0, 300).mapToObj(i -> Map.of("uid", "u" + i)).iterator());
        assertThat(told()).isEmpty();
        poll(
                ALL_KINDS,
                0,
                IntStream.range(0, 301).mapToObj(i -> Map.of("uid", "u" + i)).iterator());
        assertThat(told()).containsExactly("u300");
    }

    @Test
    void aPollWhoseLeaseIsNotRenewedTellsNothingMore() {
        leaseTime = Duration.ofSeconds(30);
        ofAnExchange = Duration.ofSeconds(7);
        assertThatThrownBy(() -> poll(CREATED, 0, items(20))).isInstanceOf(LeaseLostException.class);
        assertThat(told()).containsExactly("u0", "u1", "u2", "u3", "u4");
    }

    @Test
    void aPollWhoseLeaseIsRenewedGoesOnHoweverLongItTakes() {
        leaseTime = Duration.ofSeconds(30);
        ofAnExchange = Duration.ofSeconds(29);
        renewed = true;
        poll(CREATED, 0, items(20));
        assertThat(told()).hasSize(20);
    }

    private final class Sink implements ChangeSink {

        private final SourceLease lease;

        Sink(SourceLease lease) {
            this.lease = lease;
        }

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
            if (renewed) {
                lease.renew();
            }
            delivered.add(
                    change.kind() == ChangeKind.CREATED
                            ? change.key()
                            : change.kind().label() + " " + change.key());
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

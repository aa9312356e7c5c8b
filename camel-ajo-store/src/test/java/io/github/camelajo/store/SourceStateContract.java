package io.github.camelajo.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import io.github.camelajo.internal.storage.KnownItem;
import io.github.camelajo.internal.storage.LeaseLostException;
import io.github.camelajo.internal.storage.SourceGroup;
import io.github.camelajo.internal.storage.SourceItem;
import io.github.camelajo.internal.storage.SourceLease;
import io.github.camelajo.internal.storage.SourceRequest;
import io.github.camelajo.internal.storage.SourceStorage;
import io.github.camelajo.spi.SourcePhase;
import io.github.camelajo.spi.SourcePosition;
import io.github.camelajo.spi.SourceStatus;
import io.github.camelajo.spi.StoreRefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** The contract of every storage of positions. */
abstract class SourceStateContract {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private Backend backend;
    private SourceStorage state;

    abstract Backend create();

    @BeforeEach
    void begin() {
        backend = create();
        state = backend.sources();
    }

    @AfterEach
    void end() {
        backend.close();
    }

    private static SourceRequest request() {
        return new SourceRequest("journeys", "operation=list;sandbox=prod", "host", LEASE, true);
    }

    private SourceLease open() {
        return state.open(request()).orElseThrow();
    }

    private static SourceItem item(String key, String fingerprint) {
        return new SourceItem(key, fingerprint, 1);
    }

    private static SourceGroup delivered(SourceItem... items) {
        return SourceGroup.delivered(SourcePosition.START, List.of(items));
    }

    @Test
    void beginsWithAnEmptyPositionInTheBaseline() {
        SourceLease lease = open();

        assertThat(lease.position()).isEqualTo(SourcePosition.START);
        assertThat(lease.nextItemNo()).isZero();
        assertThat(lease.items()).isZero();
        assertThat(lease.remaining()).isPositive().isLessThanOrEqualTo(LEASE);
        assertThat(lease.find(List.of("a"))).isEmpty();
    }

    @Test
    void givesTheSourceToOneOwnerAtATime() {
        open();

        assertThat(backend.sources().open(request())).isEmpty();
        assertThat(state.open(request())).isEmpty();
    }

    @Test
    void givesTheSourceAwayOnceTheLeaseHasEnded() {
        SourceLease first = open();
        backend.pass(LEASE.plusSeconds(1));
        assertThat(first.remaining()).isNegative();

        SourceLease second = open();

        assertThat(second.epoch()).isGreaterThan(first.epoch());
        assertThat(first.renew()).isFalse();
        assertThat(second.renew()).isTrue();
    }

    @Test
    void writesNothingForAnOwnerThatWakesUpAfterItsSourceWasTakenOver() {
        SourceLease sleeper = open();
        sleeper.commit(delivered(item("a", "1")));
        backend.pass(LEASE.plusSeconds(1));
        SourceLease other = open();
        other.commit(delivered(item("a", "2"), item("b", "2")));

        assertThatThrownBy(() -> sleeper.commit(delivered(item("a", "old"), item("c", "old"))))
                .isInstanceOf(LeaseLostException.class)
                .hasMessageContaining("journeys");

        assertThat(other.find(List.of("a", "b", "c")).values())
                .extracting(KnownItem::key, KnownItem::fingerprint)
                .containsExactlyInAnyOrder(tuple("a", "2"), tuple("b", "2"));
        assertThatThrownBy(() -> sleeper.hold("too many")).isInstanceOf(LeaseLostException.class);
        assertThatThrownBy(sleeper::takeAllowance).isInstanceOf(LeaseLostException.class);
        sleeper.close();
        assertThat(state.open(request()))
                .as("closing a lost lease frees nothing")
                .isEmpty();
    }

    @Test
    void keepsALeaseThatIsRenewed() {
        SourceLease lease = open();
        for (int i = 0; i < 5; i++) {
            backend.pass(LEASE.dividedBy(3));
            assertThat(lease.renew()).isTrue();
        }

        assertThat(state.open(request())).isEmpty();
        assertThat(lease.remaining()).isPositive();
    }

    @Test
    void freesTheSourceWhenTheLeaseIsClosed() {
        open().close();

        assertThat(state.open(request())).isPresent();
    }

    @Test
    void storesItemsAndPositionTogether() {
        SourcePosition position = new SourcePosition(SourcePhase.FOLLOW, 1_000L, 2_000L, 3);
        try (SourceLease lease = open()) {
            lease.commit(SourceGroup.delivered(position, List.of(item("a", "1"), item("b", "2"))));
            assertThat(lease.position()).isEqualTo(position);
        }

        SourceLease next = backend.sources().open(request()).orElseThrow();

        assertThat(next.position()).isEqualTo(position);
        assertThat(next.items()).isEqualTo(2);
        assertThat(next.nextItemNo()).isEqualTo(2);
        assertThat(next.find(List.of("a", "b", "c")))
                .isEqualTo(Map.of("a", new KnownItem("a", 0, "1", 1, 0), "b", new KnownItem("b", 1, "2", 1, 0)));
    }

    @Test
    void keepsTheNumberOfAnItemThatChanges() {
        SourceLease lease = open();
        lease.commit(delivered(item("a", "1"), item("b", "1")));

        lease.commit(delivered(new SourceItem("a", "2", 7), item("c", "1")));

        assertThat(lease.find(List.of("a", "c")))
                .isEqualTo(Map.of("a", new KnownItem("a", 0, "2", 7, 0), "c", new KnownItem("c", 2, "1", 1, 0)));
    }

    @Test
    void takesTheLastOneOfAKeyThatIsTwiceInAGroup() {
        SourceLease lease = open();

        lease.commit(delivered(item("a", "1"), item("b", "1"), item("a", "2")));

        assertThat(lease.items()).isEqualTo(2);
        assertThat(lease.find(List.of("a")).get("a").fingerprint()).isEqualTo("2");
    }

    /** Storages may load items that will probably be asked for next: what they answer must not depend on it. */
    @Test
    void answersTheSameInWhicheverOrderItemsAreAskedFor() {
        Random random = new Random(7);
        SourceLease lease = open();
        Map<String, KnownItem> expected = new HashMap<>();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 3_500; i++) {
            keys.add("key" + i);
            expected.put("key" + i, new KnownItem("key" + i, i, "1", 1, 0));
        }
        lease.commit(delivered(keys.stream().map(key -> item(key, "1")).toArray(SourceItem[]::new)));
        List<String> asListed = List.copyOf(keys);
        List<String> backwards = new ArrayList<>(keys);
        Collections.reverse(backwards);
        List<String> shuffled = new ArrayList<>(keys);
        Collections.shuffle(shuffled, random);
        List<String> withOthersBetween = new ArrayList<>(keys.subList(0, 3_000));
        for (int i = 0; i < 300; i++) {
            withOthersBetween.add(random.nextInt(withOthersBetween.size()), "unknown" + i);
            withOthersBetween.add(random.nextInt(withOthersBetween.size()), "key" + random.nextInt(3_500));
        }

        for (List<String> order : List.of(asListed, backwards, asListed, shuffled, withOthersBetween, asListed)) {
            for (int from = 0; from < order.size(); from += 100) {
                List<String> asked = order.subList(from, Math.min(from + 100, order.size()));
                Map<String, KnownItem> wanted = new HashMap<>(expected);
                wanted.keySet().retainAll(asked);
                assertThat(lease.find(asked)).isEqualTo(wanted);
                changeOne(lease, expected, keys.get(random.nextInt(keys.size())), random);
            }
        }
    }

    /** Writes an item, marks it as missing, or removes it. */
    private static void changeOne(SourceLease lease, Map<String, KnownItem> expected, String key, Random random) {
        KnownItem known = expected.get(key);
        int what = random.nextInt(4);
        if (known == null || what > 1) {
            String fingerprint = "f" + random.nextInt(100);
            int number = known == null ? lease.nextItemNo() : known.itemNo();
            lease.commit(delivered(item(key, fingerprint)));
            expected.put(key, new KnownItem(key, number, fingerprint, 1, 0));
        } else if (what == 1) {
            lease.commit(SourceGroup.missing(SourcePosition.START.withRun(3), List.of(known.itemNo())));
            expected.put(key, new KnownItem(key, known.itemNo(), known.fingerprint(), known.fingerprintVersion(), 3));
        } else {
            lease.commit(SourceGroup.removed(SourcePosition.START, List.of(known.itemNo())));
            expected.remove(key);
        }
    }

    @Test
    void comparesKeysExactly() {
        SourceLease lease = open();
        List<String> keys = List.of(
                "strasse", "straße", "STRASSE", "strasse ", " strasse", "\uD83D\uDE00", "e\u0301", "\u00e9", "'\"\\%_");

        lease.commit(delivered(keys.stream().map(key -> item(key, "f")).toArray(SourceItem[]::new)));

        assertThat(lease.items()).isEqualTo(keys.size());
        assertThat(lease.find(keys)).containsOnlyKeys(keys);
        assertThat(lease.find(List.of("Strasse"))).isEmpty();
    }

    @Test
    void refusesKeysThatCannotBeStored() {
        assertThatThrownBy(() -> item("a\u0000b", "f")).hasMessageContaining("NUL at position 1");
        assertThatThrownBy(() -> item("\uD83D", "f")).hasMessageContaining("unpaired surrogate at position 0");
        assertThatThrownBy(() -> item("\uDE00\uD83D", "f")).hasMessageContaining("unpaired surrogate");
        assertThatThrownBy(() -> item("", "f")).hasMessageContaining("missing");
        assertThatThrownBy(() -> item("k".repeat(501), "f"))
                .hasMessageContaining("501 characters; 500 are allowed")
                .hasMessageNotContaining("kkk");
    }

    @Test
    void tellsWhichItemsACompleteReadHasNotSeen() {
        SourceLease lease = open();
        lease.commit(delivered(
                IntStream.range(0, 2_500).mapToObj(i -> item("key" + i, "f")).toArray(SourceItem[]::new)));
        BitSet seen = new BitSet();
        seen.set(0, 2_500);
        seen.clear(3);
        seen.clear(1_200, 2_300);
        int below = lease.nextItemNo();
        lease.commit(delivered(item("new in this read", "f")));

        List<Integer> absent = new ArrayList<>();
        List<KnownItem> page = lease.absent(seen, 0, below, 500);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(500);
            page.forEach(item -> absent.add(item.itemNo()));
            page = lease.absent(seen, absent.get(absent.size() - 1) + 1, below, 500);
        }

        assertThat(absent)
                .containsExactlyElementsOf(IntStream.concat(IntStream.of(3), IntStream.range(1_200, 2_300))
                        .boxed()
                        .toList());
        seen.set(0, below);
        assertThat(lease.absent(seen, 0, below, 10)).isEmpty();
    }

    @Test
    void remembersSinceWhichRunAnItemIsMissing() {
        SourceLease lease = open();
        lease.commit(delivered(item("a", "1"), item("b", "1")));
        SourcePosition run5 = SourcePosition.START.withRun(5);

        lease.commit(SourceGroup.missing(run5, List.of(1)));

        KnownItem missing = lease.find(List.of("b")).get("b");
        assertThat(missing.isMissing()).isTrue();
        assertThat(missing.missingRun()).isEqualTo(5);
        lease.commit(SourceGroup.delivered(run5, List.of(item("b", "1"))));
        assertThat(lease.find(List.of("b")).get("b").isMissing())
                .as("seen again")
                .isFalse();
        assertThat(lease.find(List.of("b")).get("b").itemNo()).isEqualTo(1);
    }

    @Test
    void forgetsRemovedItemsAndNeverGivesTheirNumberAgain() {
        SourceLease lease = open();
        lease.commit(delivered(item("a", "1"), item("b", "1")));

        lease.commit(SourceGroup.removed(SourcePosition.START, List.of(1)));

        assertThat(lease.find(List.of("b"))).isEmpty();
        assertThat(lease.items()).isEqualTo(1);
        lease.commit(delivered(item("b", "1")));
        assertThat(lease.find(List.of("b")).get("b").itemNo()).isEqualTo(2);
        assertThat(lease.absent(new BitSet(), 0, 10, 10))
                .extracting(KnownItem::key)
                .containsExactly("a", "b");
    }

    @Test
    void staysInTheBaselineUntilItIsComplete() {
        try (SourceLease cut = open()) {
            cut.commit(delivered(item("a", "1")));
        }
        try (SourceLease again = open()) {
            assertThat(again.position().phase()).isEqualTo(SourcePhase.BASELINE);
            again.commit(SourceGroup.delivered(
                    SourcePosition.START.withPhase(SourcePhase.FOLLOW), List.of(item("a", "2"), item("b", "1"))));
        }

        assertThat(open().position().phase()).isEqualTo(SourcePhase.FOLLOW);
    }

    @Test
    void refusesAnotherScopeUntilThePositionIsReset() {
        try (SourceLease lease = open()) {
            lease.commit(delivered(item("a", "1")));
        }
        SourceRequest other = new SourceRequest("journeys", "operation=list;sandbox=dev", "host", LEASE, true);

        assertThatThrownBy(() -> state.open(other))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("sandbox=prod")
                .hasMessageContaining("sandbox=dev")
                .hasMessageContaining("another source id");

        assertThat(state.reset("journeys")).isTrue();
        SourceLease lease = state.open(other).orElseThrow();
        assertThat(lease.items()).isZero();
        assertThat(lease.nextItemNo()).isZero();
        assertThat(lease.find(List.of("a"))).isEmpty();
    }

    @Test
    void takesTheSourceFromARunningPollWhenItIsReset() {
        SourceLease running = open();
        running.commit(delivered(item("a", "1")));

        assertThat(state.reset("journeys")).isTrue();

        assertThatThrownBy(() -> running.commit(delivered(item("b", "1")))).isInstanceOf(LeaseLostException.class);
        assertThat(running.renew()).isFalse();
        SourceLease next = open();
        assertThat(next.position()).isEqualTo(SourcePosition.START);
        assertThat(next.find(List.of("a", "b"))).isEmpty();
        assertThat(state.reset("unknown")).isFalse();
    }

    @Test
    void takesTheSourceFromARunningPollWhenItsPositionIsSet() {
        SourceLease running = open();
        SourcePosition position = new SourcePosition(SourcePhase.FOLLOW, 100L, 200L, 1);
        running.commit(SourceGroup.delivered(position, List.of(item("a", "1"))));

        assertThat(state.setPosition("journeys", 50L)).isTrue();

        assertThatThrownBy(() -> running.commit(SourceGroup.delivered(position.withReadFrom(300L), List.of())))
                .isInstanceOf(LeaseLostException.class);
        SourceLease next = open();
        assertThat(next.position()).isEqualTo(new SourcePosition(SourcePhase.FOLLOW, 50L, null, 1));
        assertThat(next.find(List.of("a"))).as("known items stay").containsKey("a");
        assertThat(state.setPosition("unknown", 1L)).isFalse();
    }

    @Test
    void letsHeldRemovalsPassOnceWhenAnOperatorSaysSo() {
        SourceLease lease = open();
        lease.hold("18 of 20 items are missing");
        assertThat(lease.takeAllowance()).isFalse();
        assertThat(state.status("journeys").orElseThrow().hold()).contains("18 of 20 items are missing");

        assertThat(state.allowRemovals("journeys")).isTrue();

        assertThat(state.status("journeys").orElseThrow().removalsAllowed()).isTrue();
        assertThat(lease.takeAllowance()).isTrue();
        assertThat(lease.takeAllowance()).isFalse();
        assertThat(state.status("journeys").orElseThrow().hold()).isEmpty();
        assertThat(state.allowRemovals("unknown")).isFalse();
    }

    @Test
    void endsAPermissionWithTheReasonItWasGivenFor() {
        assertThat(state.allowRemovals("journeys")).isFalse();
        SourceLease lease = open();
        assertThat(state.allowRemovals("journeys")).as("nothing is held").isFalse();
        lease.hold("all items are missing");
        lease.close();
        assertThat(state.allowRemovals("journeys")).isTrue();

        SourceLease next = open();
        next.hold(null);

        assertThat(state.status("journeys").orElseThrow().hold()).isEmpty();
        assertThat(state.status("journeys").orElseThrow().removalsAllowed()).isFalse();
        assertThat(next.takeAllowance()).isFalse();
        assertThat(state.allowRemovals("journeys")).isFalse();
    }

    @Test
    void showsOperatorsWhereASourceStands() {
        assertThat(state.status("journeys")).isEmpty();
        SourceLease lease = open();
        SourcePosition position = new SourcePosition(SourcePhase.FOLLOW, 100L, 200L, 4);
        lease.commit(SourceGroup.delivered(position, List.of(item("a", "1"))));

        SourceStatus status = state.status("journeys").orElseThrow();

        assertThat(status.scope()).contains("operation=list;sandbox=prod");
        assertThat(status.position()).isEqualTo(position);
        assertThat(status.epoch()).isEqualTo(lease.epoch());
        assertThat(status.owner()).contains("host");
        assertThat(status.items()).isEqualTo(1);
        assertThat(status.updatedAt()).isPositive();
        lease.close();
        assertThat(state.status("journeys").orElseThrow().owner()).isEqualTo(Optional.empty());
    }

    @Test
    void keepsSourcesApart() {
        SourceLease journeys = open();
        SourceLease campaigns = state.open(new SourceRequest("campaigns", "list", "host", LEASE, true))
                .orElseThrow();

        journeys.commit(delivered(item("a", "1")));
        campaigns.commit(delivered(item("a", "2"), item("b", "2")));
        state.reset("journeys");

        assertThat(campaigns.find(List.of("a", "b"))).hasSize(2);
        campaigns.commit(delivered(item("c", "2")));
        assertThat(campaigns.absent(new BitSet(), 0, 10, 10)).hasSize(3);
    }

    @Test
    void knowsItemsAgainWithoutKeepingTheirIdentities() {
        SourceRequest hidden = new SourceRequest("suppressed", "list", "host", LEASE, false);
        SourceLease lease = state.open(hidden).orElseThrow();

        lease.commit(delivered(item("jane@example.com", "1")));

        assertThat(lease.find(List.of("jane@example.com", "joe@example.com")))
                .containsOnlyKeys("jane@example.com")
                .allSatisfy((key, item) -> assertThat(item.key()).isEqualTo("jane@example.com"));
        assertThat(lease.absent(new BitSet(), 0, 1, 10))
                .extracting(KnownItem::itemNo)
                .containsExactly(0);
    }
}

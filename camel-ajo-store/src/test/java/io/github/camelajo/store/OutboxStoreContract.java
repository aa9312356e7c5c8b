package io.github.camelajo.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.camelajo.internal.storage.AddResult;
import io.github.camelajo.internal.storage.BatchOutcome;
import io.github.camelajo.internal.storage.ClaimRequest;
import io.github.camelajo.internal.storage.ClaimedItem;
import io.github.camelajo.internal.storage.CleanResult;
import io.github.camelajo.internal.storage.CleanRule;
import io.github.camelajo.internal.storage.OutboxBatch;
import io.github.camelajo.internal.storage.OutboxItem;
import io.github.camelajo.internal.storage.OutboxStorage;
import io.github.camelajo.internal.storage.SweepResult;
import io.github.camelajo.internal.storage.ToldItem;
import io.github.camelajo.internal.storage.UntoldBatch;
import io.github.camelajo.spi.ItemOutcome;
import io.github.camelajo.spi.LaneStatus;
import io.github.camelajo.spi.OutboxCounts;
import io.github.camelajo.spi.OutboxEntry;
import io.github.camelajo.spi.OutboxState;
import io.github.camelajo.spi.StoreRefusedException;
import io.github.camelajo.spi.TransactionRule;
import io.github.camelajo.spi.UnknownRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The contract of every outbox. */
abstract class OutboxStoreContract {

    private static final String LANE = "message/prod";
    private static final Duration DEAD = JdbcBackend.LIFETIME.plusSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);

    private Backend backend;
    private OutboxStorage outbox;

    abstract Backend create();

    @BeforeEach
    void begin() {
        backend = create();
        outbox = backend.process();
    }

    @AfterEach
    void end() {
        backend.close();
    }

    private static OutboxItem item(String key) {
        return OutboxItem.of(LANE, key, "{\"key\":\"" + key + "\"}");
    }

    private static OutboxItem to(String recipient, String key) {
        return new OutboxItem(LANE, key, "{}", recipient, null);
    }

    private static OutboxItem inOrder(String orderKey, String key) {
        return new OutboxItem(LANE, key, "{}", null, orderKey);
    }

    private List<AddResult> add(OutboxItem... items) {
        return outbox.add(List.of(items), TransactionRule.SUPPORTS);
    }

    private void addKeys(int count) {
        add(IntStream.range(0, count).mapToObj(i -> item("k" + i)).toArray(OutboxItem[]::new));
    }

    private OutboxBatch claim(int size) {
        return outbox.claim(ClaimRequest.of(LANE, size)).orElseThrow();
    }

    private static List<String> keys(OutboxBatch batch) {
        return batch.items().stream().map(ClaimedItem::key).toList();
    }

    private static BatchOutcome all(OutboxBatch batch, ItemOutcome outcome) {
        return BatchOutcome.all(batch, outcome, 200);
    }

    private OutboxEntry find(String key) {
        return outbox.find(LANE, key).orElseThrow();
    }

    private OutboxState stateOf(String key) {
        return find(key).state();
    }

    private static List<String> told(UntoldBatch batch) {
        return batch.items().stream()
                .map(item -> item.key() + " " + item.state())
                .toList();
    }

    /** Returns a process that is alive after the others were taken for dead. */
    private OutboxStorage survivor() {
        OutboxStorage survivor = backend.process();
        backend.pass(DEAD);
        survivor.beat();
        return survivor;
    }

    @Test
    void storesAKeyOnce() {
        assertThat(add(item("a"), item("b"), item("a")))
                .containsExactly(AddResult.ADDED, AddResult.ADDED, AddResult.KNOWN);
        assertThat(add(item("a"))).containsExactly(AddResult.KNOWN);
        assertThat(add(OutboxItem.of(LANE, "a", "other"))).containsExactly(AddResult.DIFFERENT);
        assertThat(add(OutboxItem.of("another lane", "a", "other"))).containsExactly(AddResult.ADDED);

        assertThat(keys(claim(10))).containsExactly("a", "b");
    }

    @Test
    void comparesASecondAddByItsIdentity() {
        assertThat(add(identified("a", "{\"at\":1}", "x"))).containsExactly(AddResult.ADDED);
        assertThat(add(identified("a", "{\"at\":2}", "x"))).containsExactly(AddResult.KNOWN);
        assertThat(add(identified("a", "{\"at\":1}", "y"))).containsExactly(AddResult.DIFFERENT);
        assertThat(claim(1).items().get(0).payload()).isEqualTo("{\"at\":1}");
    }

    private static OutboxItem identified(String key, String payload, String identity) {
        return new OutboxItem(LANE, key, payload, null, null, null, identity);
    }

    @Test
    void leavesAnItemAloneThatHasMovedToAnotherBatchSince() {
        add(item("a"));
        OutboxBatch early = claim(1);
        OutboxStorage survivor = survivor();
        survivor.sweep(LANE, UnknownRule.PARK);
        survivor.add(List.of(item("b")), TransactionRule.SUPPORTS);
        backend.pass(Duration.ofSeconds(1));
        survivor.resend(LANE, List.of(find("a").id()));
        OutboxBatch both = survivor.claim(ClaimRequest.of(LANE, 2)).orElseThrow();
        assertThat(keys(both)).containsExactly("b", "a");

        assertThat(outbox.outcome(early, all(early, ItemOutcome.sent("late")))).isFalse();

        assertThat(stateOf("a")).isEqualTo(OutboxState.CALLING);
    }

    @Test
    void keepsKeysApartThatOnlyLookAlike() {
        String[] alike = {"a", "A", "a ", "stra\u00dfe", "strasse", "STRASSE", "\ud83d\ude00", "k".repeat(500)};

        for (String key : alike) {
            assertThat(add(item(key))).as(key).containsExactly(AddResult.ADDED);
        }

        assertThat(keys(claim(20))).containsExactly(alike);
    }

    @Test
    void refusesTextsThatNoDatabaseKeeps() {
        assertThatThrownBy(() -> item("a\u0000b")).hasMessage("The key holds the character NUL at position 1");
        assertThatThrownBy(() -> OutboxItem.of(LANE, "k", "\ud83d"))
                .hasMessage("The payload holds an unpaired surrogate at position 0");
        assertThatThrownBy(() -> inOrder("\u0000", "k")).hasMessageStartingWith("The order key");
        assertThatThrownBy(() -> item("k".repeat(501))).hasMessage("The key has 501 characters; 500 are allowed");
    }

    @Test
    void givesEachProcessAnIdentityOfItsOwnWhateverItsLabel() {
        addKeys(2);
        OutboxBatch first = claim(1);
        OutboxBatch second = backend.process().claim(ClaimRequest.of(LANE, 1)).orElseThrow();

        assertThat(first.owner()).isNotEqualTo(second.owner());
    }

    @Test
    void claimsItemsOfOneGroupTogetherOnly() {
        for (int i = 0; i < 60; i++) {
            add(item("k" + i).inGroup(i % 3 == 0 ? null : "group" + i % 3));
        }
        OutboxBatch first = claim(15);
        OutboxBatch second = claim(30);
        OutboxBatch third = claim(30);
        OutboxBatch rest = claim(30);

        assertThat(keys(first)).hasSize(15).startsWith("k0", "k3", "k6");
        assertThat(keys(second)).hasSize(20).startsWith("k1", "k4", "k7");
        assertThat(keys(third)).hasSize(20).startsWith("k2", "k5", "k8");
        assertThat(keys(rest)).hasSize(5).endsWith("k57");
    }

    @Test
    void refusesAnAddThatRequiresATransactionWhereThereIsNone() {
        assertThatThrownBy(() -> outbox.add(List.of(item("a")), TransactionRule.REQUIRED))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("transaction");
        assertThat(outbox.find(LANE, "a")).isEmpty();
    }

    @Test
    void claimsWhatIsDueInTheOrderOfAdding() {
        addKeys(5);

        OutboxBatch batch = claim(3);

        assertThat(keys(batch)).containsExactly("k0", "k1", "k2");
        assertThat(batch.items().get(1).payload()).isEqualTo("{\"key\":\"k1\"}");
        assertThat(batch.items()).allMatch(item -> item.attempts() == 1);
        assertThat(batch.requestId()).hasSize(36);
        assertThat(stateOf("k0")).isEqualTo(OutboxState.CALLING);
        assertThat(keys(claim(3))).containsExactly("k3", "k4");
        assertThat(outbox.claim(ClaimRequest.of(LANE, 3))).isEmpty();
        assertThat(outbox.claim(ClaimRequest.of("another", 3))).isEmpty();
    }

    @Test
    void claimsNothingForAProcessThatCannotProveThatItLives() {
        addKeys(1);
        backend.pass(DEAD);

        assertThat(outbox.claim(ClaimRequest.of(LANE, 1))).isEmpty();
        assertThat(outbox.takeOver(LANE)).isEmpty();
        outbox.beat();
        assertThat(outbox.claim(ClaimRequest.of(LANE, 1))).isPresent();
    }

    @Test
    void storesTheOutcomeOfEachItem() {
        addKeys(4);
        OutboxBatch batch = claim(4);

        boolean written = outbox.outcome(
                batch,
                BatchOutcome.of(
                        List.of(
                                ItemOutcome.sent("exec-1"),
                                ItemOutcome.refused("no such profile"),
                                ItemOutcome.unknown("no answer"),
                                ItemOutcome.again("429", Duration.ofSeconds(10))),
                        207));

        assertThat(written).isTrue();
        assertThat(find("k0").state()).isEqualTo(OutboxState.SENT);
        assertThat(find("k0").outcome()).isEqualTo("exec-1");
        assertThat(find("k0").requestId()).isEqualTo(batch.requestId());
        assertThat(find("k1").text()).isEqualTo("no such profile");
        assertThat(stateOf("k2")).isEqualTo(OutboxState.UNKNOWN);
        assertThat(stateOf("k3")).isEqualTo(OutboxState.NEW);
        assertThat(outbox.claim(ClaimRequest.of(LANE, 4)))
                .as("waits for its time")
                .isEmpty();
        backend.pass(Duration.ofSeconds(11));
        OutboxBatch again = claim(4);
        assertThat(keys(again)).containsExactly("k3");
        assertThat(again.items().get(0).attempts()).isEqualTo(2);
        assertThat(again.requestId()).isNotEqualTo(batch.requestId());
    }

    @Test
    void refusesAnOutcomeThatLeavesAnItemOut() {
        addKeys(2);
        OutboxBatch batch = claim(2);

        assertThatThrownBy(() -> outbox.outcome(batch, BatchOutcome.of(List.of(ItemOutcome.sent(null)), 200)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 outcomes for 2 items");
    }

    @Test
    void storesATextFromOutsideThatNoDatabaseWouldKeep() {
        addKeys(1);

        outbox.outcome(
                claim(1), BatchOutcome.of(List.of(ItemOutcome.refused("a\u0000b\uD83Dc" + "x".repeat(2_000))), 400));

        assertThat(find("k0").text()).startsWith("a?b?cx").hasSize(1_000);
    }

    @Test
    void changesNothingWhenAnOutcomeComesTwice() {
        addKeys(1);
        OutboxBatch batch = claim(1);
        outbox.outcome(batch, all(batch, ItemOutcome.sent("1")));

        assertThat(outbox.outcome(batch, all(batch, ItemOutcome.refused("late"))))
                .isFalse();
        assertThat(stateOf("k0")).isEqualTo(OutboxState.SENT);
    }

    @Test
    void givesBackWhatWasNotSentWithoutCountingTheAttempt() {
        addKeys(2);
        OutboxBatch batch = claim(2);

        assertThat(outbox.giveBack(batch)).isTrue();

        assertThat(outbox.giveBack(batch)).isFalse();
        assertThat(outbox.outcome(batch, all(batch, ItemOutcome.sent("1")))).isFalse();
        OutboxBatch again = claim(2);
        assertThat(keys(again)).containsExactly("k0", "k1");
        assertThat(again.items().get(0).attempts()).isEqualTo(1);
    }

    @Test
    void letsACallBeginOnlyIfTheProcessLivesUntilItsDeadline() {
        addKeys(1);
        OutboxBatch batch = claim(1);

        assertThat(outbox.mayCall(batch, Duration.ofSeconds(10))).isTrue();
        assertThat(outbox.mayCall(batch, Duration.ofSeconds(40))).isFalse();
        backend.pass(Duration.ofSeconds(25));
        assertThat(outbox.mayCall(batch, Duration.ofSeconds(10))).isFalse();
        assertThat(outbox.beat()).isTrue();
        assertThat(outbox.mayCall(batch, Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void takesANewIdentityAfterItWasTakenForDead() {
        addKeys(1);
        OutboxBatch batch = claim(1);
        OutboxStorage other = survivor();
        other.sweep(LANE, UnknownRule.PARK);

        assertThat(outbox.beat()).isFalse();

        assertThat(outbox.beat()).isTrue();
        assertThat(outbox.mayCall(batch, Duration.ofSeconds(1)))
                .as("with the claim of the old one")
                .isFalse();
        addKeys(2);
        assertThat(claim(1).owner()).isNotEqualTo(batch.owner());
    }

    @Test
    void parksWhatADeadProcessWasCalling() {
        addKeys(3);
        OutboxBatch batch = claim(2);
        OutboxStorage other = survivor();

        assertThat(other.sweep(LANE, UnknownRule.PARK)).isEqualTo(new SweepResult(2, 0));

        assertThat(stateOf("k0")).isEqualTo(OutboxState.UNKNOWN);
        assertThat(find("k0").requestId()).isEqualTo(batch.requestId());
        assertThat(keys(other.claim(ClaimRequest.of(LANE, 10)).orElseThrow())).containsExactly("k2");
        assertThat(told(other.untold(LANE, 10).get(0))).containsExactly("k0 UNKNOWN", "k1 UNKNOWN");
        assertThat(other.sweep(LANE, UnknownRule.PARK)).isEqualTo(new SweepResult(0, 0));
    }

    @Test
    void leavesTheLivingAlone() {
        addKeys(1);
        claim(1);
        OutboxStorage other = backend.process();

        assertThat(other.sweep(LANE, UnknownRule.PARK)).isEqualTo(new SweepResult(0, 0));
        assertThat(other.takeOver(LANE)).isEmpty();
        assertThat(stateOf("k0")).isEqualTo(OutboxState.CALLING);
    }

    @Test
    void letsTheTruthOfASlowProcessReplaceUnknownAndTellsItAgain() {
        addKeys(2);
        OutboxBatch batch = claim(2);
        OutboxStorage other = survivor();
        other.sweep(LANE, UnknownRule.PARK);
        UntoldBatch guess = other.untold(LANE, 10).get(0);
        assertThat(other.told(guess, 2)).isTrue();
        outbox.beat();

        boolean written =
                outbox.outcome(batch, BatchOutcome.of(List.of(ItemOutcome.sent("1"), ItemOutcome.refused("no")), 207));

        assertThat(written).isTrue();
        assertThat(stateOf("k0")).isEqualTo(OutboxState.SENT);
        assertThat(stateOf("k1")).isEqualTo(OutboxState.REFUSED);
        assertThat(told(outbox.untold(LANE, 10).get(0))).containsExactly("k0 SENT", "k1 REFUSED");
        assertThat(other.told(guess, 2)).as("of the guess").isFalse();
        assertThat(outbox.outcome(batch, all(batch, ItemOutcome.refused("again"))))
                .as("a second end")
                .isFalse();
    }

    @Test
    void sendsABatchOfADeadProcessAgainWithTheSameRequestId() {
        addKeys(3);
        OutboxBatch batch = claim(2);
        OutboxStorage other = survivor();
        other.sweep(LANE, UnknownRule.RESEND);

        OutboxBatch again = other.takeOver(LANE).orElseThrow();

        assertThat(again.id()).isEqualTo(batch.id());
        assertThat(again.requestId()).isEqualTo(batch.requestId());
        assertThat(keys(again)).isEqualTo(keys(batch));
        assertThat(again.sends()).isEqualTo(2);
        assertThat(again.items()).allMatch(item -> item.attempts() == 2);
        assertThat(other.takeOver(LANE)).isEmpty();
        outbox.beat();
        assertThat(outbox.outcome(batch, all(batch, ItemOutcome.refused("late"))))
                .as("of the claim that was replaced")
                .isFalse();
        assertThat(other.outcome(again, all(again, ItemOutcome.sent("1")))).isTrue();
        assertThat(stateOf("k0")).isEqualTo(OutboxState.SENT);
    }

    @Test
    void keepsABatchTogetherThatIsSentAgainLater() {
        addKeys(2);
        OutboxBatch batch = claim(2);

        assertThat(outbox.resendLater(batch, Duration.ofSeconds(20))).isTrue();

        assertThat(outbox.takeOver(LANE)).isEmpty();
        assertThat(outbox.claim(ClaimRequest.of(LANE, 10))).isEmpty();
        backend.pass(Duration.ofSeconds(21));
        OutboxBatch again = outbox.takeOver(LANE).orElseThrow();
        assertThat(again.requestId()).isEqualTo(batch.requestId());
        assertThat(outbox.giveBack(again)).isTrue();
        OutboxBatch third = outbox.takeOver(LANE).orElseThrow();
        assertThat(third.requestId()).as("an earlier send may have been taken").isEqualTo(batch.requestId());
        assertThat(third.items()).allMatch(item -> item.attempts() == 2);
    }

    @Test
    void halvesABatchIntoTwoWithRequestIdsOfTheirOwn() {
        addKeys(5);
        OutboxBatch batch = claim(5);

        List<OutboxBatch> halves = outbox.halve(batch);

        assertThat(halves)
                .extracting(OutboxStoreContract::keys)
                .containsExactly(List.of("k0", "k1", "k2"), List.of("k3", "k4"));
        assertThat(halves).flatExtracting(OutboxBatch::items).allMatch(item -> item.attempts() == 2);
        assertThat(Set.of(
                        batch.requestId(),
                        halves.get(0).requestId(),
                        halves.get(1).requestId()))
                .hasSize(3);
        assertThat(outbox.halve(batch)).as("it is closed").isEmpty();
        assertThat(outbox.outcome(batch, all(batch, ItemOutcome.sent("1")))).isFalse();
        outbox.outcome(halves.get(0), all(halves.get(0), ItemOutcome.sent("1")));
        outbox.outcome(halves.get(1), all(halves.get(1), ItemOutcome.refused("bad")));
        assertThat(outbox.untold(LANE, 10))
                .flatExtracting(OutboxStoreContract::told)
                .containsExactly("k0 SENT", "k1 SENT", "k2 SENT", "k3 REFUSED", "k4 REFUSED");
        assertThatThrownBy(() ->
                        outbox.halve(new OutboxBatch(1, LANE, "r", "o", 1, List.of(new ClaimedItem(1, "k", "", 1)))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsEachOutcomeUntilItIsStoredThatItWasTold() {
        addKeys(3);
        OutboxBatch batch = claim(3);
        assertThat(outbox.untold(LANE, 10)).isEmpty();
        outbox.outcome(
                batch,
                BatchOutcome.of(
                        List.of(
                                ItemOutcome.sent("1"),
                                ItemOutcome.again("429", Duration.ZERO),
                                ItemOutcome.refused("no")),
                        207));

        UntoldBatch untold = outbox.untold(LANE, 10).get(0);

        assertThat(untold.requestId()).isEqualTo(batch.requestId());
        assertThat(untold.status()).isEqualTo(207);
        assertThat(untold.items())
                .extracting(ToldItem::position)
                .as("what waits again is not told")
                .containsExactly(0, 2);
        assertThat(untold.items().get(0).payload()).isEqualTo("{\"key\":\"k0\"}");
        assertThat(untold.items().get(0).outcome()).isEqualTo("1");
        assertThat(outbox.told(untold, 1)).isTrue();
        assertThat(told(outbox.untold(LANE, 10).get(0))).containsExactly("k2 REFUSED");
        assertThat(outbox.told(untold, untold.size())).isTrue();
        assertThat(outbox.untold(LANE, 10)).isEmpty();
        assertThat(outbox.told(untold, 1)).as("never backwards").isTrue();
        assertThat(outbox.untold(LANE, 10)).isEmpty();
    }

    @Test
    void letsASurvivorTellWhatADeadProcessHasNotTold() {
        addKeys(2);
        OutboxBatch batch = claim(2);
        outbox.outcome(batch, all(batch, ItemOutcome.sent("1")));
        OutboxStorage other = backend.process();
        assertThat(other.untold(LANE, 10)).as("while the other lives").isEmpty();
        backend.pass(DEAD);
        other.beat();

        assertThat(other.sweep(LANE, UnknownRule.PARK)).isEqualTo(new SweepResult(0, 1));

        assertThat(told(other.untold(LANE, 10).get(0))).containsExactly("k0 SENT", "k1 SENT");
    }

    @Test
    void putsARecipientIntoABatchOnce() {
        add(IntStream.range(0, 30)
                .mapToObj(i -> to(i < 15 ? "jane@example.com" : "r" + i, "k" + i))
                .toArray(OutboxItem[]::new));

        OutboxBatch batch =
                outbox.claim(new ClaimRequest(LANE, 20, true, false, true)).orElseThrow();

        assertThat(batch.items()).hasSize(16);
        assertThat(keys(batch)).startsWith("k0", "k15");
        OutboxBatch next =
                outbox.claim(new ClaimRequest(LANE, 20, true, false, true)).orElseThrow();
        assertThat(keys(next)).containsExactly("k1");
    }

    @Test
    void looksPastARecipientWhoFillsTheHeadOfTheLane() {
        add(IntStream.range(0, 300)
                .mapToObj(i -> to("jane@example.com", "jane" + i))
                .toArray(OutboxItem[]::new));
        add(IntStream.range(0, 10).mapToObj(i -> to("r" + i, "other" + i)).toArray(OutboxItem[]::new));

        OutboxBatch batch =
                outbox.claim(new ClaimRequest(LANE, 20, true, false, true)).orElseThrow();

        assertThat(batch.items()).hasSize(11);
        assertThat(keys(batch)).contains("jane0", "other0", "other9");
    }

    @Test
    void deliversItemsOfAnOrderKeyOneAfterTheOther() {
        add(inOrder("cart", "1"), inOrder("cart", "2"), inOrder("other", "3"), item("4"), inOrder("cart", "5"));
        ClaimRequest ordered = new ClaimRequest(LANE, 10, false, true, true);

        OutboxBatch first = outbox.claim(ordered).orElseThrow();

        assertThat(keys(first)).containsExactly("1", "3", "4");
        assertThat(outbox.claim(ordered)).isEmpty();
        outbox.outcome(first, all(first, ItemOutcome.sent("x")));
        OutboxBatch second = outbox.claim(ordered).orElseThrow();
        assertThat(keys(second)).containsExactly("2");
        outbox.outcome(second, all(second, ItemOutcome.unknown("no answer")));
        assertThat(outbox.claim(ordered)).as("an unknown one blocks").isEmpty();
        assertThat(keys(outbox.claim(new ClaimRequest(LANE, 10, false, true, false))
                        .orElseThrow()))
                .as("unless it is to be skipped")
                .containsExactly("5");
    }

    @Test
    void makesTheWholeLaneWaitInAllProcessesAndProbesAfterwards() {
        addKeys(20);
        OutboxBatch batch = claim(1);
        outbox.outcome(
                batch,
                all(batch, ItemOutcome.again("503", Duration.ZERO))
                        .withLaneWait(Duration.ofSeconds(60), "Retry-After 60"));
        OutboxStorage other = backend.process();

        assertThat(other.claim(ClaimRequest.of(LANE, 1))).isEmpty();
        assertThat(other.lane(LANE).reason()).contains("Retry-After 60");
        backend.pass(Duration.ofSeconds(61));
        outbox.beat();
        other.beat();
        OutboxBatch probe = claim(1);
        assertThat(other.claim(ClaimRequest.of(LANE, 1))).as("one batch probes").isEmpty();
        outbox.outcome(probe, all(probe, ItemOutcome.sent("1")));
        OutboxBatch second = claim(1);
        assertThat(other.claim(ClaimRequest.of(LANE, 1))).as("then two").isPresent();
        assertThat(other.claim(ClaimRequest.of(LANE, 1))).isEmpty();
        outbox.outcome(second, all(second, ItemOutcome.unknown("no answer")));
        assertThat(outbox.lane(LANE).probing()).as("no answer opens nothing").isEqualTo(2);
        outbox.resume(LANE);
        assertThat(outbox.lane(LANE)).isEqualTo(LaneStatus.OPEN);
    }

    @Test
    void stopsClaimsInAPausedLane() {
        addKeys(2);
        outbox.pause(LANE, "campaign is wrong");
        OutboxStorage other = backend.process();

        assertThat(other.claim(ClaimRequest.of(LANE, 1))).isEmpty();
        assertThat(other.lane(LANE)).isEqualTo(new LaneStatus(true, 0, 0, Optional.of("campaign is wrong")));
        other.resume(LANE);
        assertThat(outbox.claim(ClaimRequest.of(LANE, 1))).isPresent();
    }

    @Test
    void sendsUnknownAndRefusedItemsAgainWhenAnOperatorSaysSo() {
        addKeys(3);
        OutboxBatch batch = claim(3);
        outbox.outcome(
                batch,
                BatchOutcome.of(
                        List.of(ItemOutcome.unknown("?"), ItemOutcome.refused("no"), ItemOutcome.sent("1")), 207));
        List<Long> ids = List.of(find("k0").id(), find("k1").id(), find("k2").id());

        assertThat(outbox.resend(LANE, ids)).isEqualTo(2);

        OutboxBatch again = claim(3);
        assertThat(keys(again)).containsExactly("k0", "k1");
        assertThat(again.items()).allMatch(item -> item.attempts() == 1);
        assertThat(again.requestId()).isNotEqualTo(batch.requestId());
        assertThat(outbox.outcome(batch, all(batch, ItemOutcome.sent("late"))))
                .as("of the old batch")
                .isFalse();
        assertThat(outbox.resend("another", ids)).isZero();
    }

    @Test
    void givesUpItemsWhenAnOperatorSaysSo() {
        addKeys(4);
        OutboxBatch batch = claim(3);
        outbox.outcome(
                batch,
                BatchOutcome.of(
                        List.of(ItemOutcome.unknown("?"), ItemOutcome.refused("no"), ItemOutcome.sent("1")), 207));

        List<Long> ids = IntStream.range(0, 4).mapToObj(i -> find("k" + i).id()).toList();
        assertThat(outbox.discard(LANE, ids)).isEqualTo(3);

        assertThat(outbox.list(LANE, OutboxState.DISCARDED, 0, 10))
                .extracting(OutboxEntry::key)
                .containsExactly("k0", "k1", "k3");
        assertThat(stateOf("k2")).isEqualTo(OutboxState.SENT);
        assertThat(outbox.claim(ClaimRequest.of(LANE, 10))).isEmpty();
    }

    @Test
    void tellsARouteWhatAnOperatorHasFoundOut() {
        addKeys(2);
        OutboxBatch batch = claim(2);
        outbox.outcome(batch, all(batch, ItemOutcome.unknown("?")));
        outbox.told(outbox.untold(LANE, 1).get(0), 2);
        OutboxStorage desk = backend.process();

        assertThat(desk.settle(LANE, find("k1").id(), ItemOutcome.sent("found")))
                .isTrue();

        assertThat(told(desk.untold(LANE, 10).get(0))).containsExactly("k0 UNKNOWN", "k1 SENT");
        assertThat(desk.settle(LANE, find("k1").id(), ItemOutcome.sent("found")))
                .isFalse();
        assertThatThrownBy(() -> desk.settle(LANE, find("k0").id(), ItemOutcome.unknown("?")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsItemsByState() {
        addKeys(7);
        OutboxBatch batch = claim(4);
        outbox.outcome(
                batch,
                BatchOutcome.of(
                        List.of(
                                ItemOutcome.unknown("?"),
                                ItemOutcome.refused("no"),
                                ItemOutcome.sent("1"),
                                ItemOutcome.sent("2")),
                        207));
        claim(2);

        OutboxCounts counts = backend.process().counts(LANE);

        assertThat(counts.waiting()).isEqualTo(1);
        assertThat(counts.calling()).isEqualTo(2);
        assertThat(counts.sent()).isEqualTo(2);
        assertThat(counts.refused()).isEqualTo(1);
        assertThat(counts.unknown()).isEqualTo(1);
        assertThat(counts.discarded()).isZero();
        assertThat(counts.oldestWaiting()).hasValue(find("k6").createdAt());
        assertThat(counts.oldestUnknown()).hasValue(find("k0").changedAt());
        assertThat(backend.process().counts("another").oldestWaiting()).isEmpty();
    }

    @Test
    void listsItemsByState() {
        addKeys(5);

        List<OutboxEntry> page = outbox.list(LANE, OutboxState.NEW, 0, 3);

        assertThat(page).extracting(OutboxEntry::key).containsExactly("k0", "k1", "k2");
        assertThat(outbox.list(LANE, OutboxState.NEW, page.get(2).id(), 3))
                .extracting(OutboxEntry::key)
                .containsExactly("k3", "k4");
        assertThat(outbox.list("another", OutboxState.NEW, 0, 3)).isEmpty();
    }

    @Test
    void blanksPayloadsAndForgetsKeysByAge() {
        addKeys(2);
        OutboxBatch batch = claim(1);
        outbox.outcome(batch, all(batch, ItemOutcome.refused("no")));
        CleanRule rule = new CleanRule(DAY, DAY.multipliedBy(30));
        outbox.told(outbox.untold(LANE, 1).get(0), 1);
        assertThat(outbox.clean(rule)).isEqualTo(new CleanResult(0, 0));

        backend.pass(DAY.plusSeconds(1));

        assertThat(outbox.clean(rule)).isEqualTo(new CleanResult(1, 0));
        assertThat(outbox.clean(rule)).isEqualTo(new CleanResult(0, 0));
        assertThat(add(item("k0"))).as("the key outlives the payload").containsExactly(AddResult.KNOWN);
        assertThat(outbox.resend(LANE, List.of(find("k0").id())))
                .as("there is nothing to send")
                .isZero();
        backend.pass(DAY.multipliedBy(30));
        assertThat(outbox.clean(rule)).isEqualTo(new CleanResult(0, 1));
        assertThat(outbox.find(LANE, "k0")).isEmpty();
        assertThat(add(item("k0"))).containsExactly(AddResult.ADDED);
        assertThat(stateOf("k1")).as("what waits stays").isEqualTo(OutboxState.NEW);
    }

    @Test
    void cleansNothingThatIsInUse() {
        addKeys(4);
        OutboxBatch untold = claim(1);
        outbox.outcome(untold, all(untold, ItemOutcome.sent("1")));
        claim(1);
        OutboxBatch unknown = claim(1);
        outbox.outcome(unknown, all(unknown, ItemOutcome.unknown("?")));
        outbox.untold(LANE, 10).stream()
                .filter(batch -> batch.id() == unknown.id())
                .forEach(batch -> outbox.told(batch, 1));
        backend.pass(DAY.multipliedBy(100));

        assertThat(outbox.clean(new CleanRule(Duration.ZERO, DAY))).isEqualTo(new CleanResult(0, 0));
        assertThatThrownBy(() -> new CleanRule(DAY, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cleansABoundedNumberAtATime() {
        addKeys(2_500);
        outbox.discard(
                LANE,
                outbox.list(LANE, OutboxState.NEW, 0, 2_500).stream()
                        .map(OutboxEntry::id)
                        .toList());
        backend.pass(DAY.multipliedBy(2));
        CleanRule rule = new CleanRule(DAY, DAY);

        List<Integer> steps = new ArrayList<>();
        CleanResult result;
        do {
            result = outbox.clean(rule);
            steps.add(result.deleted());
        } while (result.didSomething());

        assertThat(steps).containsExactly(1_000, 1_000, 500, 0);
    }

    @Test
    void sharesItemsBetweenProcessesWithoutAnItemInTwoBatches() throws InterruptedException {
        addKeys(400);
        Set<String> seen = new HashSet<>();
        List<String> twice = new ArrayList<>();
        List<Thread> workers = IntStream.range(0, 4)
                .mapToObj(i -> new Thread(() -> {
                    OutboxStorage process = backend.process();
                    Optional<OutboxBatch> batch = process.claim(ClaimRequest.of(LANE, 7));
                    while (batch.isPresent()) {
                        synchronized (seen) {
                            keys(batch.get()).stream()
                                    .filter(key -> !seen.add(key))
                                    .forEach(twice::add);
                        }
                        process.outcome(batch.get(), all(batch.get(), ItemOutcome.sent("1")));
                        batch = process.claim(ClaimRequest.of(LANE, 7));
                    }
                }))
                .toList();
        workers.forEach(Thread::start);
        for (Thread worker : workers) {
            worker.join(60_000);
        }

        assertThat(twice).isEmpty();
        // A worker may end early because the others had locked everything that it saw.
        OutboxStorage last = backend.process();
        last.claim(ClaimRequest.of(LANE, 400)).ifPresent(rest -> seen.addAll(keys(rest)));
        assertThat(seen).hasSize(400);
    }

    @Test
    void sweepsAtOnceWhatAClosedProcessWasCalling() {
        addKeys(1);
        claim(1);
        outbox.close();

        OutboxStorage other = backend.process();

        assertThat(other.sweep(LANE, UnknownRule.PARK).parked()).isEqualTo(1);
    }
}

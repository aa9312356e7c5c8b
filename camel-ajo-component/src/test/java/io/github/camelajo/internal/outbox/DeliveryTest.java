package io.github.camelajo.internal.outbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.exception.AjoPartialFailureException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.answer.Answer;
import io.github.camelajo.internal.flow.Result;
import io.github.camelajo.internal.request.RequestBodies;
import io.github.camelajo.internal.state.MemoryOutbox;
import io.github.camelajo.internal.state.MemoryOutboxStore;
import io.github.camelajo.internal.storage.ClaimRequest;
import io.github.camelajo.internal.storage.CleanRule;
import io.github.camelajo.internal.storage.OutboxBatch;
import io.github.camelajo.internal.storage.OutboxItem;
import io.github.camelajo.internal.storage.OutboxStorage;
import io.github.camelajo.internal.storage.UntoldBatch;
import io.github.camelajo.model.EventOutcome;
import io.github.camelajo.spi.OutboxState;
import io.github.camelajo.spi.StoreException;
import io.github.camelajo.spi.TransactionRule;
import io.github.camelajo.spi.UnknownRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A claimed batch, with a storage and a clock that do what the test wants. */
class DeliveryTest {

    private static final String LANE = "message";
    private static final RequestBodies BODIES = new RequestBodies(new ObjectMapper());

    private final AtomicLong nanos = new AtomicLong();
    private final OutboxStorage memory =
            new MemoryOutboxStore(new MemoryOutbox(), System::currentTimeMillis, nanos::get, Duration.ofSeconds(10));
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger outcomesToFail = new AtomicInteger();
    private final Wakeup wakeup = new Wakeup();
    private final Leftovers leftovers = new Leftovers();
    private boolean goesOn = true;
    private RuntimeException failure;
    private Runnable beforeCall = () -> {};

    private static DeliverySettings settings() {
        return settings(UnknownRule.PARK);
    }

    private static DeliverySettings settings(UnknownRule onUnknown) {
        return new DeliverySettings(
                DeliveryKind.MESSAGE,
                new ClaimRequest(LANE, 20, true, false, true),
                onUnknown,
                false,
                3,
                Duration.ofMillis(10),
                Duration.ofMillis(100),
                1,
                Duration.ofMillis(10),
                Duration.ofSeconds(5),
                new CleanRule(Duration.ofDays(1), Duration.ofDays(1)));
    }

    private OutboxBatch claim() {
        memory.beat();
        String payload = "{\"sandbox\":\"dev\",\"campaignId\":\"c\",\"body\":{\"userId\":\"jane\"}}";
        memory.add(List.of(OutboxItem.of(LANE, "a", payload)), TransactionRule.SUPPORTS);
        return memory.claim(settings().claim()).orElseThrow();
    }

    private Delivery delivery() {
        return delivery(settings(), unreliable());
    }

    private Delivery delivery(DeliverySettings settings, OutboxStorage store) {
        return new Delivery(
                settings,
                store,
                new BatchCall(DeliveryKind.MESSAGE, BODIES, null, input -> {
                    calls.incrementAndGet();
                    if (failure != null) {
                        throw failure;
                    }
                    return Result.of(new Answer(202, Map.of("executionId", "HUMA-1"), null, null, null, null, null));
                }),
                () -> beforeCall.run(),
                () -> goesOn,
                wakeup,
                leftovers);
    }

    /** The storage is away for the first outcomes. */
    private OutboxStorage unreliable() {
        return (OutboxStorage) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {OutboxStorage.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("outcome") && outcomesToFail.getAndDecrement() > 0) {
                        throw new StoreException("away");
                    }
                    try {
                        return method.invoke(memory, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private OutboxState state() {
        return memory.find(LANE, "a").orElseThrow().state();
    }

    @Test
    void anOutcomeIsStoredAsSoonAsTheStorageIsBackAndNothingIsSentAgain() throws Exception {
        OutboxBatch batch = claim();
        outcomesToFail.set(1);
        delivery().deliver(batch);
        assertThat(state()).isEqualTo(OutboxState.SENT);
        assertThat(memory.find(LANE, "a").orElseThrow().outcome()).isEqualTo("HUMA-1");
        assertThat(calls).hasValue(1);
    }

    @Test
    void aProcessThatMayBeTakenForDeadBeforeTheAnswerSendsNothingAndGivesBack() throws Exception {
        OutboxBatch batch = claim();
        // Nothing was heard of it for so long that a call could last longer than it counts as alive.
        beforeCall = () -> nanos.addAndGet(Duration.ofSeconds(6).toNanos());
        delivery().deliver(batch);
        assertThat(calls).hasValue(0);
        assertThat(state()).isEqualTo(OutboxState.NEW);
        assertThat(memory.find(LANE, "a").orElseThrow().attempts()).isZero();
    }

    @Test
    void aProcessThatStopsGivesBackWhatItHasNotBegun() throws Exception {
        OutboxBatch batch = claim();
        goesOn = false;
        delivery().deliver(batch);
        assertThat(calls).hasValue(0);
        assertThat(state()).isEqualTo(OutboxState.NEW);
    }

    @Test
    void aProcessThatEndsWhileTheStorageIsAwayLeavesTheItemCalling() throws Exception {
        OutboxBatch batch = claim();
        outcomesToFail.set(Integer.MAX_VALUE);
        wakeup.close();
        delivery().deliver(batch);
        assertThat(state()).isEqualTo(OutboxState.CALLING);
    }

    @Test
    void anAnswerThatCouldNotBeStoredWhenTheRouteStoppedIsStoredWhenItStartsAgain() throws Exception {
        OutboxBatch batch = claim();
        outcomesToFail.set(2);
        wakeup.close();
        delivery().deliver(batch);
        assertThatThrownBy(leftovers::store).isInstanceOf(StoreException.class);
        assertThat(state()).isEqualTo(OutboxState.CALLING);

        assertThat(leftovers.store()).isEqualTo(1);

        assertThat(state()).isEqualTo(OutboxState.SENT);
        assertThat(calls).hasValue(1);
        assertThat(leftovers.store()).isZero();
    }

    @Test
    void anAnswerThatDoesNotFitTheBatchLeavesItUnknownAndNotCalling() throws Exception {
        OutboxBatch batch = claim();
        failure = new AjoPartialFailureException(
                "one of two",
                ErrorDetails.none(),
                List.of(EventOutcome.refused(1, "e", 400, "not one of ours")),
                List.of(),
                0,
                null);
        delivery().deliver(batch);
        assertThat(state()).isEqualTo(OutboxState.UNKNOWN);
    }

    @Test
    void ofTwoThatStoreWhatIsLeftNoneDropsWhatTheOtherHasNotStored() {
        List<String> stored = new ArrayList<>();
        AtomicBoolean first = new AtomicBoolean(true);
        leftovers.add(() -> {
            stored.add("a");
            if (first.getAndSet(false)) {
                // The other one gets as far as this result, too, and then the storage is away for it.
                assertThatThrownBy(leftovers::store).hasMessage("away");
            }
            return true;
        });
        AtomicBoolean away = new AtomicBoolean(true);
        leftovers.add(() -> {
            if (away.getAndSet(false)) {
                throw new StoreException("away");
            }
            return stored.add("b");
        });
        leftovers.store();
        assertThat(stored).containsExactly("a", "a", "b");
    }

    @Test
    void anItemOfALaterReleaseIsRefusedAndCostsTheOthersNothing() throws Exception {
        memory.beat();
        String readable = "{\"sandbox\":\"dev\",\"campaignId\":\"c\",\"body\":{\"userId\":\"jane\"}}";
        memory.add(
                List.of(OutboxItem.of(LANE, "later", "{\"format\":2}"), OutboxItem.of(LANE, "a", readable)),
                TransactionRule.SUPPORTS);

        delivery().deliver(memory.claim(settings().claim()).orElseThrow());

        assertThat(memory.find(LANE, "later").orElseThrow().state()).isEqualTo(OutboxState.REFUSED);
        assertThat(memory.find(LANE, "later").orElseThrow().text()).startsWith("Not sent: ");
        assertThat(calls).hasValue(0);
        delivery().deliver(memory.claim(settings().claim()).orElseThrow());
        assertThat(state()).isEqualTo(OutboxState.SENT);
        assertThat(calls).hasValue(1);
    }

    @Test
    void aBatchThatEndsEachProcessThatCallsItIsNotSentForEver() throws Exception {
        MemoryOutbox shared = new MemoryOutbox();
        AtomicLong millis = new AtomicLong(1_000_000);
        Duration lifetime = Duration.ofSeconds(10);
        OutboxStorage store = new MemoryOutboxStore(shared, millis::get, nanos::get, lifetime);
        store.add(List.of(OutboxItem.of(LANE, "a", "{\"body\":{}}")), TransactionRule.SUPPORTS);
        store.beat();
        assertThat(store.claim(settings().claim())).isPresent();
        OutboxBatch taken = null;
        for (int crash = 0; crash < 3; crash++) {
            millis.addAndGet(lifetime.toMillis() + 1);
            store = new MemoryOutboxStore(shared, millis::get, nanos::get, lifetime);
            store.beat();
            taken = store.takeOver(LANE).orElseThrow();
        }

        delivery(settings(UnknownRule.RESEND), store).deliver(taken);

        assertThat(calls).hasValue(0);
        assertThat(store.find(LANE, "a").orElseThrow().state()).isEqualTo(OutboxState.UNKNOWN);
        assertThat(store.find(LANE, "a").orElseThrow().text()).contains("the last of 3 attempts");
    }

    @Test
    void aWaitThatAdobeAsksForIsNeverShortened() {
        for (double random : new double[] {0, 0.5, 1}) {
            assertThat(settings().delayAfter(1, Duration.ofSeconds(60), random))
                    .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61));
            assertThat(settings().delayAfter(30, null, random))
                    .isBetween(Duration.ofMillis(75), Duration.ofMillis(100));
        }
    }

    @Test
    void whatWasToldIsNotToldAgainAndWhatFailedComesLater() throws Exception {
        delivery().deliver(claim());
        AtomicInteger told = new AtomicInteger();
        AtomicLong clock = new AtomicLong();
        Teller teller =
                new Teller(settings(), memory, (batch, items) -> told.incrementAndGet() > 1, () -> true, clock::get);
        teller.tellOnce();
        teller.tellOnce();
        assertThat(told).hasValue(1);
        clock.addAndGet(Duration.ofSeconds(2).toNanos());
        teller.tellOnce();
        assertThat(told).hasValue(2);
        teller.tellOnce();
        assertThat(told).hasValue(2);
        List<UntoldBatch> left = memory.untold(LANE, 10);
        assertThat(left).isEmpty();
    }
}

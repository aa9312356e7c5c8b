package io.github.camelajo.internal.call;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.ErrorDetails;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(30)
class InPlaceTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final DelayedTasks delays = new DelayedTasks(timer);

    @AfterEach
    void endTimer() {
        timer.shutdownNow();
        Thread.interrupted();
    }

    @Test
    void aFlowThatWaitsTenThousandTimesStaysOnItsThreadAndAtTheSameDepth() {
        Counting flow = new Counting(10_000);

        Integer steps = InPlace.carryOut(flow::start, delays);

        assertThat(steps).isEqualTo(10_000);
        assertThat(flow.threads).containsExactly(Thread.currentThread());
        assertThat(flow.depths).hasSize(1);
    }

    @Test
    void whatIsAwaitedIsTakenUpByTheThreadOfTheFlow() {
        CompletableFuture<String> awaited = new CompletableFuture<>();

        Thread ran = InPlace.carryOut(
                (pace, done) -> {
                    pace.resume(new Step(() -> done.accept(Thread.currentThread(), null), done), awaited);
                    timer.execute(() -> awaited.complete("there"));
                },
                delays);

        assertThat(ran).isSameAs(Thread.currentThread());
    }

    @Test
    void anInterruptionEndsTheWaitAndStaysVisible() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> InPlace.<Void>carryOut(
                        (pace, done) -> pace.resume(new Step(() -> done.accept(null, null), done), Duration.ofHours(1)),
                        delays))
                .isInstanceOf(AjoRejectedException.class)
                .hasMessage("The thread was interrupted while waiting")
                .hasCauseInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void theEndOfTheComponentEndsTheWait() {
        timer.execute(delays::stop);

        assertThatThrownBy(() -> InPlace.<Void>carryOut(
                        (pace, done) -> pace.resume(new Step(() -> done.accept(null, null), done), Duration.ofHours(1)),
                        delays))
                .isInstanceOf(AjoRejectedException.class)
                .hasMessageContaining("the ajo component is stopping");
    }

    @Test
    void whatOthersDecideEndsTheFlowOnItsOwnThread() {
        Thread ran = InPlace.carryOut(
                (pace, done) -> {
                    pace.resume(new Step(() -> {}, done), Duration.ofHours(1));
                    timer.execute(() -> pace.tell(() -> done.accept(Thread.currentThread(), null)));
                },
                delays);

        assertThat(ran).isSameAs(Thread.currentThread());
    }

    @Test
    void aWaitThatWasInterruptedIsNotTakenUpWhenItsMomentComesLater() {
        CompletableFuture<String> awaited = new CompletableFuture<>();
        Set<String> ran = ConcurrentHashMap.newKeySet();
        Thread.currentThread().interrupt();

        InPlace.<Void>carryOut(
                (pace, done) -> pace.resume(
                        new RequestDispatcher.Task() {
                            @Override
                            public void run() {
                                ran.add("interrupted");
                            }

                            @Override
                            public void reject(AjoRejectedException reason) {
                                // A flow that goes on all the same, as one that asks for a job again.
                                Thread.interrupted();
                                awaited.complete("late");
                                pace.resume(new Step(() -> done.accept(null, null), done), Duration.ofMillis(20));
                            }
                        },
                        awaited),
                delays);

        assertThat(ran).isEmpty();
    }

    @Test
    void aFlowThatNeitherWaitsNorEndsIsAFaultAndNotAThreadThatHangs() {
        assertThatThrownBy(() -> InPlace.<Void>carryOut((pace, done) -> {}, delays))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatAFlowFailsWithIsThrown() {
        AjoRejectedException failure = new AjoRejectedException("no", ErrorDetails.none());

        assertThatThrownBy(() -> InPlace.<Void>carryOut((pace, done) -> done.accept(null, failure), delays))
                .isSameAs(failure);
    }

    /** A step that goes on with what it was given. */
    private record Step(Runnable next, BiConsumer<?, AjoException> done) implements RequestDispatcher.Task {

        @Override
        public void run() {
            next.run();
        }

        @Override
        public void reject(AjoRejectedException reason) {
            done.accept(null, reason);
        }
    }

    /** Waits a number of times, and notes where its steps run. */
    private static final class Counting {

        private final int times;
        private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        private final Set<Integer> depths = ConcurrentHashMap.newKeySet();
        private int steps;

        Counting(int times) {
            this.times = times;
        }

        void start(Pace pace, BiConsumer<Integer, AjoException> done) {
            pace.resume(new Step(() -> step(pace, done), done), Duration.ofNanos(1));
        }

        private void step(Pace pace, BiConsumer<Integer, AjoException> done) {
            threads.add(Thread.currentThread());
            depths.add(Thread.currentThread().getStackTrace().length);
            steps++;
            if (steps == times) {
                done.accept(steps, null);
            } else {
                start(pace, done);
            }
        }
    }
}

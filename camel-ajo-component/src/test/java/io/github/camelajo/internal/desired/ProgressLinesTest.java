package io.github.camelajo.internal.desired;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.camelajo.internal.call.Pace;
import io.github.camelajo.internal.call.RequestDispatcher;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A line every ten seconds, while the work goes on and not longer. */
class ProgressLinesTest {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private final PlayedTime time = new PlayedTime();
    private final StateProgress progress = new StateProgress();
    private final CompletableFuture<Void> work = new CompletableFuture<>();
    private final List<String> log = new ArrayList<>();

    private void begin() {
        ProgressLines.begin(time, TEN_SECONDS, work, () -> "state.apply on dev: " + progress, log::add);
    }

    @Test
    void aLineComesEveryTenSecondsWithWhatIsDoneByThen() {
        progress.objects(700);
        begin();

        time.pass(Duration.ofMillis(9_999));
        assertThat(log).isEmpty();

        progress.oneCompared();
        progress.called(false);
        time.pass(Duration.ofMillis(1));
        assertThat(log)
                .containsExactly(
                        "state.apply on dev: 1 of 700 objects compared, 0 of 0 changes made, 1 reads, 0 writes");

        time.pass(Duration.ofSeconds(35));
        assertThat(log).hasSize(4);
    }

    @Test
    void workThatEndsEarlierSaysNothing() {
        begin();
        time.pass(Duration.ofSeconds(5));
        work.complete(null);
        time.pass(Duration.ofHours(1));
        assertThat(log).isEmpty();
        assertThat(time.waiting()).isZero();
    }

    @Test
    void workThatFailsIsNotToldOfAnyLonger() {
        begin();
        time.pass(TEN_SECONDS);
        work.completeExceptionally(new IllegalStateException());
        time.pass(Duration.ofHours(1));
        assertThat(log).hasSize(1);
        assertThat(time.waiting()).isZero();
    }

    @Test
    void workThatIsDoneAlreadyWaitsForNothing() {
        work.complete(null);
        begin();
        assertThat(time.waiting()).isZero();
    }

    /** Time passes when the test says so. */
    private static final class PlayedTime implements Pace {

        private record Waiting(RequestDispatcher.Task task, Duration until) {}

        private final List<Waiting> tasks = new ArrayList<>();
        private Duration now = Duration.ZERO;

        void pass(Duration duration) {
            Duration end = now.plus(duration);
            while (true) {
                Waiting next = tasks.stream()
                        .filter(waiting -> waiting.until().compareTo(end) <= 0)
                        .findFirst()
                        .orElse(null);
                if (next == null) {
                    now = end;
                    return;
                }
                now = next.until();
                tasks.remove(next);
                next.task().run();
            }
        }

        int waiting() {
            return tasks.size();
        }

        @Override
        public void resume(RequestDispatcher.Task task, Duration delay) {
            tasks.add(new Waiting(task, now.plus(delay)));
        }

        @Override
        public void begin(RequestDispatcher.Task task, CompletableFuture<?> awaited) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void resume(RequestDispatcher.Task task, CompletableFuture<?> awaited) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void tell(Runnable event) {
            throw new UnsupportedOperationException();
        }
    }
}

package io.github.camelajo.internal.call;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.camelajo.exception.AjoRejectedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DelayedTasksTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final DelayedTasks all = new DelayedTasks(timer);

    @AfterEach
    void endTimer() {
        timer.shutdownNow();
    }

    @Test
    void aStepThatStopsEndsItsOwnWaitsAndNoOthers() {
        DelayedTasks one = all.ofAStep();
        DelayedTasks other = all.ofAStep();
        Waiting ofOne = new Waiting();
        Waiting ofOther = new Waiting();
        one.schedule(ofOne, LONG);
        other.schedule(ofOther, LONG);

        one.stop();

        assertThat(ofOne.end).isCompletedWithValue("The call was given up while waiting: the route is stopping");
        assertThat(ofOther.end).isNotDone();
    }

    @Test
    void aStepThatHasStoppedLetsNothingWait() {
        DelayedTasks step = all.ofAStep();
        step.stop();
        Waiting late = new Waiting();

        step.schedule(late, LONG);

        assertThat(late.end.getNow(null)).contains("the route is stopping");
    }

    @Test
    void aComponentThatStopsEndsTheWaitsOfAllSteps() {
        Waiting ofAStep = new Waiting();
        all.ofAStep().schedule(ofAStep, LONG);

        all.stop();

        assertThat(ofAStep.end)
                .isCompletedWithValue("The call was given up while waiting: the ajo component is stopping");
    }

    @Test
    void whatHasItsMomentBeforeTheStopIsNotToldOfIt() throws Exception {
        DelayedTasks step = all.ofAStep();
        Waiting brief = new Waiting();
        step.schedule(brief, Duration.ofMillis(1));
        assertThat(brief.end.get(20, TimeUnit.SECONDS)).isEqualTo("over");

        step.stop();

        assertThat(brief.told).isEqualTo(1);
    }

    @Test
    void aTimerThatTakesNothingMoreEndsTheWaitAtOnce() {
        timer.shutdownNow();
        Waiting late = new Waiting();

        all.ofAStep().schedule(late, LONG);

        assertThat(late.end.getNow(null)).contains("the ajo component is stopping");
    }

    /** Notes how its wait ends. */
    private static final class Waiting implements RequestDispatcher.Task {

        private final CompletableFuture<String> end = new CompletableFuture<>();
        private int told;

        @Override
        public void run() {
            told++;
            end.complete("over");
        }

        @Override
        public void reject(AjoRejectedException reason) {
            told++;
            end.complete(reason.getMessage());
        }
    }
}

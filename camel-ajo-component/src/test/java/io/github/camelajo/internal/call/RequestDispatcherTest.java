package io.github.camelajo.internal.call;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.github.camelajo.exception.AjoRejectedException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RequestDispatcherTest {

    /** Threads that run when the test says so. */
    private final Deque<Runnable> threads = new ArrayDeque<>();

    private final List<String> log = new ArrayList<>();
    private final RequestDispatcher dispatcher = new RequestDispatcher(threads::add, 2, 2);

    private RequestDispatcher.Task task(String name) {
        return new RequestDispatcher.Task() {
            @Override
            public void run() {
                log.add(name + (dispatcher.isWorker() ? "" : " on a foreign thread"));
            }

            @Override
            public void reject(AjoRejectedException reason) {
                log.add(name + " rejected");
            }
        };
    }

    @Test
    void noMoreTasksHaveAThreadThanAllowed() {
        for (String name : List.of("a", "b", "c", "d")) {
            dispatcher.execute(task(name));
        }
        assertThat(threads).hasSize(2);
        assertThat(dispatcher.active()).isEqualTo(2);
        assertThat(dispatcher.queued()).isEqualTo(2);
    }

    @Test
    void aThreadGoesOnWithWhatWaits() {
        for (String name : List.of("a", "b", "c", "d")) {
            dispatcher.execute(task(name));
        }
        threads.poll().run();
        assertThat(log).containsExactly("a", "c", "d");
        threads.poll().run();
        assertThat(log).containsExactly("a", "c", "d", "b");
        assertThat(dispatcher.active()).isZero();
    }

    @Test
    void whatIsTooMuchIsRejectedButTheRestOfACallIsNot() {
        for (String name : List.of("a", "b", "c", "d")) {
            dispatcher.execute(task(name));
        }
        assertThatThrownBy(() -> dispatcher.execute(task("e")))
                .isInstanceOf(AjoRejectedException.class)
                .hasMessageContaining("2 calls are running and 2 wait");
        dispatcher.resume(task("f"));
        assertThat(dispatcher.queued()).isEqualTo(3);
    }

    @Test
    void stoppingTurnsAwayWhatWaitsAndWhatComes() {
        for (String name : List.of("a", "b", "c")) {
            dispatcher.execute(task(name));
        }
        dispatcher.stop();
        assertThat(log).containsExactly("c rejected");
        assertThatThrownBy(() -> dispatcher.execute(task("d"))).hasMessageContaining("stopping");
    }

    @Test
    void aThreadWhoseCallHasToWaitLeavesItsPlaceToTheNext() {
        dispatcher.execute(leaving("a"));
        for (String name : List.of("b", "c", "d")) {
            dispatcher.execute(task(name));
        }
        threads.poll().run();
        assertThat(log).containsExactly("a", "a after leaving on a foreign thread");
        assertThat(dispatcher.active()).as("b, and c in the place of a").isEqualTo(2);
        threads.poll().run();
        threads.poll().run();
        assertThat(log).containsExactly("a", "a after leaving on a foreign thread", "b", "d", "c");
        assertThat(dispatcher.active()).isZero();
    }

    @Test
    void aThreadStaysWhenTooManyAreStillAway() {
        List<Boolean> staying = new ArrayList<>();
        RequestDispatcher.Task[] task = new RequestDispatcher.Task[1];
        task[0] = working(() -> {
            staying.add(dispatcher.mustStay());
            if (!dispatcher.mustStay()) {
                dispatcher.leavePlace();
                // The next runs while this one is away, as if its route blocked it.
                dispatcher.execute(task[0]);
                runAll();
            }
        });
        dispatcher.execute(task[0]);
        runAll();
        assertThat(staying).hasSize(RequestDispatcher.LEAST_AWAY + 1).last().isEqualTo(true);
        assertThat(staying).containsOnlyOnce(true);
        assertThat(dispatcher.mustStay()).as("not a thread of the dispatcher").isFalse();
        dispatcher.execute(working(() -> staying.add(dispatcher.mustStay())));
        runAll();
        assertThat(staying).as("all have come back").last().isEqualTo(false);
    }

    private void runAll() {
        while (!threads.isEmpty()) {
            threads.poll().run();
        }
    }

    private RequestDispatcher.Task leaving(String name) {
        return working(() -> {
            task(name).run();
            dispatcher.leavePlace();
            dispatcher.leavePlace();
            task(name + " after leaving").run();
        });
    }

    private static RequestDispatcher.Task working(Runnable work) {
        return new RequestDispatcher.Task() {
            @Override
            public void run() {
                work.run();
            }

            @Override
            public void reject(AjoRejectedException reason) {
                throw new AssertionError("rejected", reason);
            }
        };
    }

    @Test
    void aTaskThatThrowsDoesNotTakeItsPlaceWithIt() {
        dispatcher.execute(new RequestDispatcher.Task() {
            @Override
            public void run() {
                throw new IllegalStateException("on purpose");
            }

            @Override
            public void reject(AjoRejectedException reason) {
                log.add("rejected");
            }
        });
        threads.poll().run();
        assertThat(dispatcher.active()).isZero();
    }

    @Test
    void anExecutorThatIsShutDownIsARejection() {
        RequestDispatcher shut = new RequestDispatcher(
                task -> {
                    throw new java.util.concurrent.RejectedExecutionException();
                },
                1,
                1);
        assertThatThrownBy(() -> shut.execute(task("a"))).isInstanceOf(AjoRejectedException.class);
        assertThat(shut.active()).isZero();
    }

    @Test
    void aThreadThatCannotBeStartedIsARejectionAlsoForWhatCameIntoTheQueueMeanwhile() {
        RequestDispatcher[] poor = new RequestDispatcher[1];
        poor[0] = new RequestDispatcher(
                task -> {
                    poor[0].execute(task("b"));
                    throw new OutOfMemoryError("unable to create native thread");
                },
                1,
                1);
        assertThatThrownBy(() -> poor[0].execute(task("a")))
                .isInstanceOf(AjoRejectedException.class)
                .hasCauseInstanceOf(OutOfMemoryError.class);
        assertThat(log).containsExactly("b rejected");
        assertThat(poor[0].active()).isZero();
        assertThat(poor[0].queued()).isZero();
    }

    @Test
    void whatOneRejectedTaskMakesOfItIsNoMatterOfTheNext() {
        dispatcher.execute(task("a"));
        dispatcher.execute(task("b"));
        dispatcher.execute(new RequestDispatcher.Task() {
            @Override
            public void run() {
                log.add("ran");
            }

            @Override
            public void reject(AjoRejectedException reason) {
                throw new StackOverflowError("on purpose");
            }
        });
        dispatcher.execute(task("d"));
        dispatcher.stop();
        assertThat(log).containsExactly("d rejected");
    }
}

package io.github.camelajo.internal.wire;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeadlineTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);
    private final Deadline.Watch watch = new Deadline.Watch(now::get);
    private final HttpUriRequestBase request = new HttpUriRequestBase("GET", URI.create("http://localhost/"));

    @Test
    void aCallIsCutOffWhenItsTimeIsUpAlsoWhenTheClockWraps() {
        Deadline deadline = watch.start(request, 100);
        now.addAndGet(99);
        watch.tick();
        assertThat(deadline.cutOff()).isNull();
        assertThat(request.isCancelled()).isFalse();
        now.addAndGet(1);
        watch.tick();
        assertThat(deadline.cutOff()).isEqualTo(Deadline.End.TIME_IS_UP);
        assertThat(request.isCancelled()).isTrue();
        assertThat(watch.inFlight()).isZero();
    }

    @Test
    void aCallThatEndedIsLeftAlone() {
        Deadline deadline = watch.start(request, 100);
        deadline.end();
        now.addAndGet(1000);
        watch.tick();
        assertThat(request.isCancelled()).isFalse();
    }

    @Test
    void stoppingCutsOffWhatRunsWhateverItsLimitAndWhatComesLater() {
        Deadline deadline = watch.start(request, 0);
        watch.stop();
        assertThat(deadline.cutOff()).isEqualTo(Deadline.End.COMPONENT_STOPS);
        assertThat(request.isCancelled()).isTrue();
        HttpUriRequestBase later = new HttpUriRequestBase("GET", URI.create("http://localhost/"));
        watch.start(later, 100);
        assertThat(later.isCancelled()).isTrue();
        assertThat(watch.inFlight()).isZero();
    }

    @Test
    void zeroMeansNoLimit() {
        watch.start(request, 0);
        now.addAndGet(1_000_000);
        watch.tick();
        assertThat(request.isCancelled()).isFalse();
    }

    /** The timer has read the time, and a read of the stream begins a moment later, before the timer looks at it. */
    @Test
    void aPauseThatBeginsWhileTheTimerLooksIsNotTakenForTimeThatIsUp() {
        Deadline[] reading = new Deadline[1];
        boolean[] looking = new boolean[1];
        Deadline.Watch racing = new Deadline.Watch(() -> {
            long read = now.getAndIncrement();
            if (looking[0]) {
                looking[0] = false;
                reading[0].pause();
            }
            return read;
        });
        reading[0] = racing.start(request, 0);
        looking[0] = true;
        racing.tick();
        assertThat(request.isCancelled()).isFalse();
    }

    @Test
    void timeThatStandsStillDoesNotCount() {
        Deadline deadline = watch.start(request, 0);
        deadline.restart(Duration.ofNanos(100));
        deadline.pause();
        now.addAndGet(1_000_000);
        watch.tick();
        assertThat(request.isCancelled()).isFalse();
        deadline.runAgain(Duration.ofNanos(100));
        now.addAndGet(99);
        watch.tick();
        assertThat(request.isCancelled()).isFalse();
        now.addAndGet(1);
        watch.tick();
        assertThat(deadline.cutOff()).isEqualTo(Deadline.End.TIME_IS_UP);
    }
}

package io.github.camelajo.internal.stats;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.FailureKind;
import io.github.camelajo.internal.answer.Answer;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.trace.Outgoing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The call statistics of a component, for health, JMX, console and meters. Counting allocates nothing. */
public final class ComponentStats {

    private static final Logger LOG = LoggerFactory.getLogger(ComponentStats.class);
    private static final String DEFAULT_NAME = "ajo";

    private final InstantSource clock;
    private final Map<String, OperationStats> operations = new ConcurrentSkipListMap<>();
    private final CallCounters all = new CallCounters();
    private final EventCounters events = new EventCounters();
    private final LongAdder inFlight = new LongAdder();
    private final FailureStreak failureStreak;
    private final OutageLog outages;
    private final FailureStreak eventFailures;
    private final OutageLog eventOutages;
    private final List<CallListener> listeners = new CopyOnWriteArrayList<>();

    /** @param component tells the name of the component, as an application can have several */
    public ComponentStats(InstantSource clock, Supplier<String> component) {
        this.clock = clock;
        this.failureStreak = new FailureStreak(clock);
        this.eventFailures = new FailureStreak(clock);
        this.outages = new OutageLog(() -> "Adobe" + otherThanDefault(component.get()), System::nanoTime);
        this.eventOutages =
                new OutageLog(() -> "Adobe's host of events" + otherThanDefault(component.get()), System::nanoTime);
    }

    private static String otherThanDefault(String component) {
        return component.equals(DEFAULT_NAME) ? "" : " (component " + component + ")";
    }

    /** The statistics of an operation. Look them up once, not with each call. */
    OperationStats of(Operation operation) {
        return operations.computeIfAbsent(operation.id(), id -> new OperationStats(operation));
    }

    void began() {
        inFlight.increment();
    }

    void retried(OperationStats calls, int attempt, Duration delay) {
        calls.counters().retried();
        all.retried();
        if (!listeners.isEmpty()) {
            tell(listener -> listener.retried(calls));
        }
        if (LOG.isDebugEnabled()) {
            LOG.debug("{}: attempt {} failed, again in {} ms", calls.id(), attempt, delay.toMillis());
        }
    }

    boolean isListenedTo() {
        return !listeners.isEmpty();
    }

    /** A request has left and come back, or failed. */
    void requested(Outgoing request, int status, String failure, long nanos) {
        RequestEvent event = new RequestEvent(request, status, failure, nanos);
        tell(listener -> listener.requested(event));
    }

    void succeeded(OperationStats calls, Answer answer, int attempts, long nanos) {
        ended(calls, null, answer.status(), null, answer.requestId(), attempts, nanos);
    }

    void failed(OperationStats calls, Throwable failure, int attempts, long nanos) {
        if (failure instanceof AjoException e) {
            ended(calls, e.getKind(), e.getStatusCode(), e.getErrorCode(), e.getRequestId(), attempts, nanos);
        } else {
            ended(calls, FailureKind.UNEXPECTED, 0, null, null, attempts, nanos);
        }
    }

    private void ended(
            OperationStats calls,
            FailureKind failure,
            int status,
            String errorCode,
            String requestId,
            int attempts,
            long nanos) {
        inFlight.decrement();
        boolean success = failure == null;
        calls.counters().ended(success, nanos);
        all.ended(success, nanos);
        // The health of the component is that of the gateway. Events have a host of their own.
        boolean gateway = calls.operation().host() == Operation.Host.GATEWAY;
        FailureStreak streak = gateway ? failureStreak : eventFailures;
        streak.ended(failure, status, errorCode);
        OutageLog outage = gateway ? outages : eventOutages;
        if (failure == null || failure.isAnswered() && !failure.isOutage()) {
            outage.answered();
        } else if (failure.isOutage()) {
            outage.failed(streak.state().inARow(), calls.id(), status, errorCode);
        }
        if (!listeners.isEmpty()) {
            CallEvent end =
                    new CallEvent(calls, failure, status, errorCode, requestId, attempts, nanos, clock.instant());
            tell(listener -> listener.ended(end));
        }
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{}: {}, HTTP {}, {} ms, {} attempt(s), request id {}",
                    calls.id(),
                    CallEvent.outcome(failure),
                    status,
                    TimeUnit.NANOSECONDS.toMillis(nanos),
                    attempts,
                    requestId);
        }
    }

    void events(EventFate fate, long number) {
        events.add(fate, number);
        if (!listeners.isEmpty()) {
            tell(listener -> listener.events(fate, number));
        }
    }

    private void tell(Consumer<CallListener> news) {
        for (CallListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                LOG.warn(
                        "The call listener {} failed, which is ignored",
                        listener.getClass().getName(),
                        e);
            }
        }
    }

    public void addListener(CallListener listener) {
        listeners.add(listener);
    }

    public void removeListener(CallListener listener) {
        listeners.remove(listener);
    }

    /** The statistics of all operations called so far, by id. */
    public Collection<OperationStats> operations() {
        return List.copyOf(operations.values());
    }

    /** All calls together. */
    public CallCounters all() {
        return all;
    }

    /** What became of the events that were to be sent. */
    public EventCounters events() {
        return events;
    }

    /** Calls that have started and not ended: they wait for a token, the queue, a retry or the answer. */
    public long inFlight() {
        return inFlight.sum();
    }

    public FailureStreak failureStreak() {
        return failureStreak;
    }
}

package io.github.camelajo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.github.camelajo.internal.desired.StateProgress;
import io.github.camelajo.internal.observe.SourceView;
import io.github.camelajo.internal.observe.StateView;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.source.PollReport;
import io.github.camelajo.internal.stats.CallCounters;
import org.apache.camel.Component;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.support.ScheduledPollEndpoint;

/** What operators see of an endpoint, and do with it, by JMX: its calls, its work on a desired state, and its source. */
abstract class ManagedEndpoint extends ScheduledPollEndpoint {

    private final List<AjoConsumer> consumers = new CopyOnWriteArrayList<>();

    ManagedEndpoint(String uri, Component component) {
        super(uri, component);
    }

    /** The operation of the URI. */
    abstract Operation operation();

    abstract AjoConfiguration getConfiguration();

    /** What the endpoint has while it is in use; {@code null} before. */
    abstract StartedEndpoint inUse();

    @ManagedAttribute(description = "Api and operation of the URI")
    public String getOperationId() {
        return operation().id();
    }

    @ManagedAttribute(description = "Sandbox of the URI or component; messages can name another")
    public String getSandbox() {
        return getConfiguration().getSandbox();
    }

    @ManagedAttribute(description = "Calls that have ended, well or not")
    public long getCalls() {
        return counters().calls();
    }

    @ManagedAttribute(description = "Calls that ended with an exception")
    public long getFailedCalls() {
        return counters().failures();
    }

    @ManagedAttribute(description = "Requests made again, with a new token or after a failure")
    public long getRetries() {
        return counters().retries();
    }

    @ManagedAttribute(description = "Average time of a call in milliseconds, with waiting and retries")
    public long getMeanMillis() {
        return counters().meanMillis();
    }

    CallCounters counters() {
        StartedEndpoint running = inUse();
        return running == null ? CallCounters.NONE : running.counters();
    }

    @ManagedAttribute(description = "How far work on a desired state has got that began last")
    public String getStateProgress() {
        return stateProgress().toString();
    }

    @ManagedAttribute(description = "Objects of the desired state")
    public int getStateObjects() {
        return stateProgress().objects();
    }

    @ManagedAttribute(description = "Objects of the desired state that have been compared")
    public int getStateCompared() {
        return stateProgress().compared();
    }

    @ManagedAttribute(description = "Objects that are not as wanted")
    public int getStateChanges() {
        return stateProgress().changes();
    }

    @ManagedAttribute(description = "Objects that were not as wanted and have been worked on")
    public int getStateApplied() {
        return stateProgress().applied();
    }

    private StateProgress stateProgress() {
        StartedEndpoint running = inUse();
        return running == null ? new StateProgress() : running.stateProgress();
    }

    /** What operators see of the run on a desired state that began last; nothing before the first. */
    Stream<StateView> states() {
        StartedEndpoint running = inUse();
        return running == null ? Stream.empty() : running.states();
    }

    void consuming(AjoConsumer consumer) {
        consumers.add(consumer);
    }

    void consumingNoMore(AjoConsumer consumer) {
        consumers.remove(consumer);
    }

    /** What operators see of the routes that begin with this endpoint. */
    Stream<SourceView> sources() {
        return consumers.stream().map(AjoConsumer::view);
    }

    private Optional<AjoConsumer> consumer() {
        return consumers.stream().findFirst();
    }

    @ManagedAttribute(
            description = "Where the source of this endpoint stands: phase, lower bound of the next read, known items")
    public String getSourcePosition() {
        return consumer().map(consumer -> consumer.view().position()).orElse(null);
    }

    @ManagedAttribute(description = "Milliseconds since the position of the source was written, -1 when it never was")
    public long getSourcePositionAgeMillis() {
        return consumer()
                .map(consumer -> consumer.view().positionAge())
                .map(Duration::toMillis)
                .orElse(-1L);
    }

    @ManagedAttribute(
            description =
                    "What the latest poll of the source did: duration, calls, items read, changes delivered, failures")
    public String getSourceLastPoll() {
        return consumer().map(AjoConsumer::lastPoll).map(PollReport::inWords).orElse(null);
    }

    @ManagedAttribute(
            description = "Milliseconds since the exchange under way of the source began, -1 when there is none")
    public long getSourceExchangeMillis() {
        return consumer()
                .map(consumer -> consumer.view().exchangeAge())
                .map(Duration::toMillis)
                .orElse(-1L);
    }

    @ManagedAttribute(description = "Polls of the source that failed since the last one that did not")
    public int getSourceFailuresInARow() {
        return consumer().map(AjoConsumer::failuresInARow).orElse(0);
    }

    @ManagedOperation(description = "Forget the position of the source and all it knows: the next poll is a first one")
    public boolean resetPosition() {
        return consumer().map(AjoConsumer::reset).orElse(false);
    }

    @ManagedOperation(description = "Read from this time on, such as 2026-11-29T10:00:00Z; empty for the beginning")
    public boolean setPosition(String time) {
        Instant readFrom = time == null || time.isBlank() ? null : Instant.parse(time);
        return consumer().map(consumer -> consumer.setPosition(readFrom)).orElse(false);
    }

    @ManagedOperation(
            description =
                    "Poll the source at once; returns how many changes were delivered, 0 while a poll is under way")
    public int pollNow() throws Exception {
        Optional<AjoConsumer> consumer = consumer();
        return consumer.isPresent() ? consumer.get().pollNow() : 0;
    }

    @ManagedOperation(description = "Let the removals that are held back pass once; false when none are")
    public boolean allowRemovals() {
        return consumer().map(AjoConsumer::allowRemovals).orElse(false);
    }
}

package io.github.camelajo;

import java.time.Duration;
import java.util.List;

import io.github.camelajo.internal.observe.OutboxView;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.support.DefaultConsumer;

/** What operators see of a lane of the outbox, and do with it, by JMX. */
abstract class ManagedLane extends DefaultConsumer {

    private final OutboxDesk desk;

    ManagedLane(Endpoint endpoint, Processor processor, OutboxDesk desk) {
        super(endpoint, processor);
        this.desk = desk;
    }

    /** There may be something new to deliver. */
    abstract void wake();

    /** There may be something new to tell. */
    abstract void wakeTeller();

    OutboxView view() {
        return desk.view();
    }

    @ManagedAttribute(description = "Lane, as the storage names it")
    public String getLane() {
        return desk.lane();
    }

    @ManagedAttribute(description = "Items that wait")
    public long getWaiting() {
        return view().waiting();
    }

    @ManagedAttribute(description = "Items that are being called")
    public long getCalling() {
        return view().calling();
    }

    @ManagedAttribute(description = "Items that were sent and not cleared yet")
    public long getSent() {
        return view().sent();
    }

    @ManagedAttribute(description = "Items that Adobe has refused, or that were given up after the last attempt")
    public long getRefused() {
        return view().refused();
    }

    @ManagedAttribute(description = "Items of which nobody knows whether they were taken")
    public long getUnknown() {
        return view().unknown();
    }

    @ManagedAttribute(description = "Items that an operator has given up")
    public long getDiscarded() {
        return view().discarded();
    }

    @ManagedAttribute(description = "Age of the oldest item that waits, in seconds; 0 if none waits")
    public long getOldestWaitingSeconds() {
        return seconds(view().oldestWaiting());
    }

    @ManagedAttribute(description = "How long the oldest unknown item has been so, in seconds; 0 if there is none")
    public long getOldestUnknownSeconds() {
        return seconds(view().oldestUnknown());
    }

    private static long seconds(Duration age) {
        return age == null ? 0 : age.toSeconds();
    }

    @ManagedAttribute(description = "Whether the lane is paused, in all processes")
    public boolean isPaused() {
        return view().paused();
    }

    @ManagedAttribute(description = "Why the lane is paused or waits; null for no reason")
    public String getReason() {
        return view().reason();
    }

    @ManagedOperation(description = "Stops deliveries of the lane, in all processes and over restarts")
    public void pauseLane(String reason) {
        desk.pause(reason);
    }

    @ManagedOperation(description = "Ends a pause, and a wait that Adobe has asked for")
    public void resumeLane() {
        desk.resume();
        wake();
    }

    @ManagedOperation(description = "One item, without its content")
    public String find(String key) {
        return desk.find(key);
    }

    @ManagedOperation(
            description = "Items in a state, without their content: new, calling, sent, refused, unknown, discarded")
    public List<String> list(String state, int max) {
        return desk.list(state, max);
    }

    @ManagedOperation(
            description = "Sends an unknown or refused item again, with a new request id. Returns 1, or 0 for none")
    public int resend(String key) {
        int items = desk.resend(key);
        wake();
        return items;
    }

    @ManagedOperation(
            description = "Sends all unknown or all refused items again, with new request ids. Returns how many")
    public int resendAll(String state) {
        int items = desk.resendAll(state);
        wake();
        return items;
    }

    @ManagedOperation(description = "Gives up an item that is new, unknown or refused. Returns 1, or 0 for none")
    public int discard(String key) {
        return desk.discard(key);
    }

    @ManagedOperation(description = "Gives up all items that are new, unknown or refused. Returns how many")
    public int discardAll(String state) {
        return desk.discardAll(state);
    }

    @ManagedOperation(description = "Says whether an unknown item was sent. The route is told. Returns false for none")
    public boolean settle(String key, boolean sent) {
        boolean settled = desk.settle(key, sent);
        wakeTeller();
        return settled;
    }
}

package io.github.camelajo;

import io.github.camelajo.spi.OutboxStore;
import io.github.camelajo.spi.TransactionRule;
import io.github.camelajo.spi.UnknownRule;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** Options of {@code ajo:outbox}: the first ones for both ends, then those of adding, then those of delivering. */
@UriParams
public class OutboxConfiguration {

    @UriParam(label = "outbox", enums = "message,event,suppression-address")
    private String deliver;

    @UriParam(label = "outbox")
    private String lane;

    @UriParam(label = "outbox")
    private OutboxStore outboxStore;

    @UriParam(label = "outbox,producer")
    private String key;

    @UriParam(label = "outbox,producer")
    private String orderKey;

    @UriParam(label = "outbox,producer", defaultValue = "SUPPORTS")
    private TransactionRule transaction = TransactionRule.SUPPORTS;

    @UriParam(label = "outbox,producer", enums = "fail,ignore", defaultValue = "fail")
    private String onDifferent = "fail";

    @UriParam(label = "outbox,producer")
    private String campaignId;

    @UriParam(label = "outbox,consumer")
    private UnknownRule onUnknown;

    @UriParam(label = "outbox,consumer", enums = "item,batch", defaultValue = "item")
    private String emit = "item";

    @UriParam(label = "outbox,consumer", defaultValue = "0")
    private int batchSize = 0;

    @UriParam(label = "outbox,consumer", defaultValue = "20")
    private int maxAttempts = 20;

    @UriParam(label = "outbox,consumer", defaultValue = "2000", javaType = "java.time.Duration")
    private long retryDelay = 2_000;

    @UriParam(label = "outbox,consumer", defaultValue = "600000", javaType = "java.time.Duration")
    private long maxRetryDelay = 600_000;

    @UriParam(label = "outbox,consumer", defaultValue = "4")
    private int parallelCalls = 4;

    @UriParam(label = "outbox,consumer", defaultValue = "false")
    private boolean ordered = false;

    @UriParam(label = "outbox,consumer", defaultValue = "true")
    private boolean unknownBlocks = true;

    @UriParam(label = "outbox,consumer,advanced", defaultValue = "1000", javaType = "java.time.Duration")
    private long idleDelay = 1_000;

    @UriParam(label = "outbox,consumer,advanced", defaultValue = "604800000", javaType = "java.time.Duration")
    private long keepPayload = 604_800_000;

    @UriParam(label = "outbox,consumer,advanced", defaultValue = "2592000000", javaType = "java.time.Duration")
    private long keepKeys = 2_592_000_000L;

    public String getDeliver() {
        return deliver;
    }

    /**
     * What the outbox holds: messages to single people, events, or email addresses for the suppression list. Use the
     * same value for adding and for delivering.
     */
    public void setDeliver(String deliver) {
        this.deliver = deliver;
    }

    public String getLane() {
        return lane;
    }

    /**
     * Name of the queue, for example orders. Use the same name for adding and for delivering. Without it there is one
     * queue for each kind of item.
     */
    public void setLane(String lane) {
        this.lane = lane;
    }

    public OutboxStore getOutboxStore() {
        return outboxStore;
    }

    /**
     * Stores the items and their outcomes. The default is the store of the component; without one, items are in memory
     * and lost at a restart. The module camel-ajo-store has an implementation for databases.
     */
    public void setOutboxStore(OutboxStore outboxStore) {
        this.outboxStore = outboxStore;
    }

    public String getKey() {
        return key;
    }

    /**
     * Identifies the item, as a Simple expression such as ${header.orderId}: a second add with the same key in the
     * lane adds nothing. The default is the header CamelAjoOutboxKey. Use no personal data: keys are kept longer than
     * items.
     */
    public void setKey(String key) {
        this.key = key;
    }

    public String getOrderKey() {
        return orderKey;
    }

    /**
     * Items with the same order key are delivered in the order in which they were added, if the delivering route has
     * ordered=true. A Simple expression; the default is the header CamelAjoOutboxOrderKey, and without it there is no
     * order.
     */
    public void setOrderKey(String orderKey) {
        this.orderKey = orderKey;
    }

    public TransactionRule getTransaction() {
        return transaction;
    }

    /**
     * Whether adding needs the transaction of the route: supports joins it if there is one, required fails without
     * one.
     */
    public void setTransaction(TransactionRule transaction) {
        this.transaction = transaction;
    }

    public String getOnDifferent() {
        return onDifferent;
    }

    /**
     * What happens when the key exists with different content: fail throws an exception, ignore only sets the header
     * CamelAjoOutboxResult. Nothing is stored in either case.
     */
    public void setOnDifferent(String onDifferent) {
        this.onDifferent = onDifferent;
    }

    public String getCampaignId() {
        return campaignId;
    }

    /**
     * Campaign of the messages to add, for bodies that do not name one.
     */
    public void setCampaignId(String campaignId) {
        this.campaignId = campaignId;
    }

    public UnknownRule getOnUnknown() {
        return onUnknown;
    }

    /**
     * What happens to items when it is not known whether Adobe took them: park keeps them for an operator, so that
     * they are sent at most once; resend sends them again with the same request id, so that they are sent at least
     * once. Adobe does not promise to detect duplicates. The default is park for messages and events and resend for
     * suppressed addresses.
     */
    public void setOnUnknown(UnknownRule onUnknown) {
        this.onUnknown = onUnknown;
    }

    public String getEmit() {
        return emit;
    }

    /**
     * Whether the route gets one exchange for each item or one for each call.
     */
    public void setEmit(String emit) {
        this.emit = emit;
    }

    public int getBatchSize() {
        return batchSize;
    }

    /**
     * Maximum number of items in one call. The default 0 means 20 for messages, which is Adobe's limit, and 100 for
     * the others.
     */
    public void setBatchSize(int batchSize) {
        this.batchSize = batchSize;
    }

    public int getMaxAttempts() {
        return maxAttempts;
    }

    /**
     * How often an item is tried that Adobe surely did not take. After that it counts as refused. With
     * onUnknown=resend the same number applies to items whose outcome is unknown.
     */
    public void setMaxAttempts(int maxAttempts) {
        this.maxAttempts = maxAttempts;
    }

    public long getRetryDelay() {
        return retryDelay;
    }

    /**
     * Time before an item that Adobe surely did not take is tried again; it doubles with every attempt. If Adobe asks
     * for a certain time, that applies instead. In milliseconds, or with a unit as in 5s. The default is 2 seconds.
     */
    public void setRetryDelay(long retryDelay) {
        this.retryDelay = retryDelay;
    }

    public long getMaxRetryDelay() {
        return maxRetryDelay;
    }

    /**
     * Longest time before an item is tried again, unless Adobe asks for more. In milliseconds, or with a unit as in
     * 5m. The default is 10 minutes.
     */
    public void setMaxRetryDelay(long maxRetryDelay) {
        this.maxRetryDelay = maxRetryDelay;
    }

    public int getParallelCalls() {
        return parallelCalls;
    }

    /**
     * Maximum number of calls that this process makes at the same time. An item is claimed only when its call can
     * start at once.
     */
    public void setParallelCalls(int parallelCalls) {
        this.parallelCalls = parallelCalls;
    }

    public boolean isOrdered() {
        return ordered;
    }

    /**
     * Whether items with the same order key are delivered one after the other, in the order in which they were added.
     */
    public void setOrdered(boolean ordered) {
        this.ordered = ordered;
    }

    public boolean isUnknownBlocks() {
        return unknownBlocks;
    }

    /**
     * With ordered=true: whether an item whose outcome is unknown holds back the items behind it.
     */
    public void setUnknownBlocks(boolean unknownBlocks) {
        this.unknownBlocks = unknownBlocks;
    }

    public long getIdleDelay() {
        return idleDelay;
    }

    /**
     * How often an idle process looks for new items. Items that the same process adds are noticed at once. In
     * milliseconds, or with a unit as in 5s. The default is 1 second.
     */
    public void setIdleDelay(long idleDelay) {
        this.idleDelay = idleDelay;
    }

    public long getKeepPayload() {
        return keepPayload;
    }

    /**
     * How long the content of an item is kept after the item was sent, refused or discarded, and the route was told.
     * In milliseconds, or with a unit as in 12h. The default is 7 days.
     */
    public void setKeepPayload(long keepPayload) {
        this.keepPayload = keepPayload;
    }

    public long getKeepKeys() {
        return keepKeys;
    }

    /**
     * How long the key of such an item is kept. Choose a time after which nobody adds the same item again. In
     * milliseconds, or with a unit as in 240h. The default is 30 days.
     */
    public void setKeepKeys(long keepKeys) {
        this.keepKeys = keepKeys;
    }
}

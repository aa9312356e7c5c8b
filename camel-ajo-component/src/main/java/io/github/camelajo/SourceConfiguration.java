package io.github.camelajo;

import io.github.camelajo.spi.SourceState;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** Options of routes that begin with a list of Adobe. The schedule is the endpoint's own. */
@UriParams
public class SourceConfiguration {

    @UriParam(label = "consumer", defaultValue = "created,updated")
    private String changes = "created,updated";

    @UriParam(label = "consumer", defaultValue = "all")
    private String startFrom = "all";

    @UriParam(label = "consumer")
    private SourceState sourceState;

    @UriParam(label = "consumer")
    private String sourceId;

    @UriParam(label = "consumer")
    private boolean fetch;

    @UriParam(label = "consumer")
    private boolean fullRead;

    @UriParam(label = "consumer", defaultValue = "10")
    private int removedLimit = 10;

    @UriParam(label = "consumer", enums = "stop,continue", defaultValue = "stop")
    private String onFailure = "stop";

    @UriParam(label = "consumer")
    private int maxMessagesPerPoll;

    @UriParam(label = "consumer,advanced", javaType = "java.time.Duration", defaultValue = "60000")
    private long leaseTime = 60_000;

    public String getChanges() {
        return changes;
    }

    /**
     * Changes that start an exchange: any of created, updated and removed, separated by commas, or all for every item
     * at every poll. An item counts as removed after two complete reads in a row without it.
     */
    public void setChanges(String changes) {
        this.changes = changes;
    }

    public String getStartFrom() {
        return startFrom;
    }

    /**
     * What the first poll of a source delivers: all for every item, latest for none, or a date such as 2026-11-29 or
     * 2026-11-29T10:00:00Z for the items changed since then.
     */
    public void setStartFrom(String startFrom) {
        this.startFrom = startFrom;
    }

    public SourceState getSourceState() {
        return sourceState;
    }

    /**
     * Stores the position of the source and the items it knows. Without it both are kept in memory, and a restart
     * starts over. The module camel-ajo-store has an implementation for databases.
     */
    public void setSourceState(SourceState sourceState) {
        this.sourceState = sourceState;
    }

    public String getSourceId() {
        return sourceId;
    }

    /**
     * Name under which the position of the source is stored. The default is the id of the route. Two routes must not
     * use the same name.
     */
    public void setSourceId(String sourceId) {
        this.sourceId = sourceId;
    }

    public boolean isFetch() {
        return fetch;
    }

    /**
     * Whether the body is the complete item as the operation get returns it, for lists whose items come without their
     * content. This costs one call for each change.
     */
    public void setFetch(boolean fetch) {
        this.fetch = fetch;
    }

    public boolean isFullRead() {
        return fullRead;
    }

    /**
     * Whether each poll reads the whole list, even where Adobe can be asked for the changes only. This also finds
     * items that were changed without a new date.
     */
    public void setFullRead(boolean fullRead) {
        this.fullRead = fullRead;
    }

    public int getRemovedLimit() {
        return removedLimit;
    }

    /**
     * Maximum number of items that may disappear between two reads, in percent of the known items; ten may always
     * disappear. If more disappear, the removals are held back and the poll fails, until somebody calls allowRemovals.
     */
    public void setRemovedLimit(int removedLimit) {
        this.removedLimit = removedLimit;
    }

    public String getOnFailure() {
        return onFailure;
    }

    /**
     * What happens after an exchange that failed: stop ends the poll, and the next poll starts with that change again;
     * continue leaves the change to the error handler and goes on.
     */
    public void setOnFailure(String onFailure) {
        this.onFailure = onFailure;
    }

    public int getMaxMessagesPerPoll() {
        return maxMessagesPerPoll;
    }

    /**
     * Maximum number of changes that one poll delivers; the next poll goes on with the rest. 0 means no limit.
     */
    public void setMaxMessagesPerPoll(int maxMessagesPerPoll) {
        this.maxMessagesPerPoll = maxMessagesPerPoll;
    }

    public long getLeaseTime() {
        return leaseTime;
    }

    /**
     * How long a source belongs to the process that polls it without a sign of life from that process. After that
     * another process may take over. In milliseconds, or with a unit as in 90s. The default is 1 minute.
     */
    public void setLeaseTime(long leaseTime) {
        this.leaseTime = leaseTime;
    }
}

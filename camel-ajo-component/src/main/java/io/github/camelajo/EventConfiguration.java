package io.github.camelajo;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** Options of {@code ajo:event}. */
@UriParams
abstract class EventConfiguration extends RawConfiguration {

    @UriParam(label = "event")
    private String connectionId;

    @UriParam(label = "event")
    private String schemaId;

    @UriParam(label = "event", defaultValue = "1")
    private String schemaVersion = "1";

    @UriParam(label = "event")
    private String datasetId;

    @UriParam(label = "event")
    private String dataflowId;

    @UriParam(label = "event")
    private String eventId;

    @UriParam(label = "event,security", defaultValue = "false")
    private boolean eventToken;

    @UriParam(label = "event")
    private Boolean syncValidation;

    @UriParam(label = "event", defaultValue = "false")
    private boolean answerPerMessage;

    @UriParam(label = "event", defaultValue = "200")
    private int maxBatchMessages = 200;

    @UriParam(label = "event", defaultValue = "500000")
    private int maxBatchBytes = 500_000;

    @UriParam(label = "event,advanced", defaultValue = "false")
    private boolean repeatUnknown;

    public String getConnectionId() {
        return connectionId;
    }

    /**
     * Inlet of the streaming connection that events are sent to: the last part of the address that the connection
     * shows, 64 characters. It is not the id of the connection. For events the option id and the header CamelAjoId
     * mean the same.
     */
    public void setConnectionId(String connectionId) {
        this.connectionId = connectionId;
    }

    public String getSchemaId() {
        return schemaId;
    }

    /**
     * URI of the schema of the events, as shown on the schema. Without it only complete envelopes, with header and
     * body, can be sent. Example: https://ns.adobe.com/TENANT/schemas/SCHEMA.
     */
    public void setSchemaId(String schemaId) {
        this.schemaId = schemaId;
    }

    public String getSchemaVersion() {
        return schemaVersion;
    }

    /**
     * Version of the schema that events are written for, as Adobe shows it: a major number, or major and minor.
     */
    public void setSchemaVersion(String schemaVersion) {
        this.schemaVersion = schemaVersion;
    }

    public String getDatasetId() {
        return datasetId;
    }

    /**
     * Dataset that stores the events. Without it the streaming connection decides.
     */
    public void setDatasetId(String datasetId) {
        this.datasetId = datasetId;
    }

    public String getDataflowId() {
        return dataflowId;
    }

    /**
     * Dataflow of the streaming connection, needed when a connection has several.
     */
    public void setDataflowId(String dataflowId) {
        this.dataflowId = dataflowId;
    }

    public String getEventId() {
        return eventId;
    }

    /**
     * Event that starts a journey, as shown in the payload preview of the event in Journey Optimizer
     * (_experience.campaign.orchestration.eventID). It is added to events that have none. Leave it out for events that
     * a rule recognises.
     */
    public void setEventId(String eventId) {
        this.eventId = eventId;
    }

    public boolean isEventToken() {
        return eventToken;
    }

    /**
     * Whether to send events with an access token. Set it for streaming connections that were created with
     * authentication; others need none. The token is sent only to the host of eventUrl.
     */
    public void setEventToken(boolean eventToken) {
        this.eventToken = eventToken;
    }

    public Boolean getSyncValidation() {
        return syncValidation;
    }

    /**
     * Whether Adobe checks an event against its schema before it answers (event: send). For tests only: Adobe takes 60
     * such calls a minute for each connection, further ones are refused by the component, and not every data centre
     * supports it.
     */
    public void setSyncValidation(Boolean syncValidation) {
        this.syncValidation = syncValidation;
    }

    public boolean isAnswerPerMessage() {
        return answerPerMessage;
    }

    /**
     * Whether the answer of sending many events (event: sendBatch) is a List with the outcome of each event: index,
     * eventId, kind (TAKEN, REFUSED, UNKNOWN), status and message. Events that were not taken are then no failure.
     * Otherwise the answer counts them, and events that were not taken end in an AjoPartialFailureException.
     */
    public void setAnswerPerMessage(boolean answerPerMessage) {
        this.answerPerMessage = answerPerMessage;
    }

    public int getMaxBatchMessages() {
        return maxBatchMessages;
    }

    /**
     * Maximum number of events in one request (event: sendBatch).
     */
    public void setMaxBatchMessages(int maxBatchMessages) {
        this.maxBatchMessages = maxBatchMessages;
    }

    public int getMaxBatchBytes() {
        return maxBatchBytes;
    }

    /**
     * Maximum number of bytes in a request with events (event: sendBatch), without a unit. Adobe takes 1 MB. An event
     * that is larger than this option is sent alone.
     */
    public void setMaxBatchBytes(int maxBatchBytes) {
        this.maxBatchBytes = maxBatchBytes;
    }

    public boolean isRepeatUnknown() {
        return repeatUnknown;
    }

    /**
     * Whether the component, with maxRetries, sends events again when it is not known whether Adobe took them. Such an
     * event can arrive twice, with the same _id.
     */
    public void setRepeatUnknown(boolean repeatUnknown) {
        this.repeatUnknown = repeatUnknown;
    }
}

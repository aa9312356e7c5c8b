package io.github.camelajo.internal.operation;

import java.util.List;

import static io.github.camelajo.internal.operation.Operation.post;

/** Streaming ingestion: events that start journeys. */
final class EventOperations {

    private static final String CONNECTION =
            "ID of the inlet: the end of the address that the streaming connection shows, not the ID of the "
                    + "connection";
    private static final String RECEIPT =
            "A success means that Adobe has received the event. Adobe checks it against its schema later, and "
                    + "only then can a journey start.";
    private static final String HOST =
            "Sent to a separate host (option `eventUrl`), with a token only if the connection requires one "
                    + "(option `eventToken`).";

    static final Api API = new Api(
            "event",
            "Event",
            "Sends events that start the journeys that wait for them. It is the only public way to start an "
                    + "event journey.",
            List.of(
                    post("event", "send", "/collection/{connectionId}")
                            .at(Operation.Host.EVENTS)
                            .summary("Send one event")
                            .path("connectionId", CONNECTION)
                            .query(Parameter.bool(
                                            "syncValidation",
                                            "Whether Adobe checks the event against its schema before it answers. "
                                                    + "For tests only: 60 calls per minute and connection, and not in every "
                                                    + "data center")
                                    .defaultsTo("false"))
                            .body(RequestBody.required(Operation.JSON, "streamingMessage")
                                    .describedBy(EventBodies.SEND))
                            .note(RECEIPT)
                            .note(HOST)
                            .note("The body is the XDM map of the event, or a complete envelope with `header` "
                                    + "and `body`. The component generates missing values of `_id` and `timestamp`.")
                            .build(),
                    post("event", "sendBatch", "/collection/batch/{connectionId}")
                            .at(Operation.Host.EVENTS)
                            .summary("Send many events, in as few requests as possible")
                            .path("connectionId", CONNECTION)
                            .body(RequestBody.required(Operation.JSON, "BatchMessage")
                                    .describedBy(EventBodies.SEND_BATCH))
                            .answers(207)
                            .note(RECEIPT)
                            .note(HOST)
                            .note("Each event has its own outcome. If some were not taken, the call fails with "
                                    + "an `AjoPartialFailureException` that has the outcomes and the events that are "
                                    + "left to send.")
                            .build()));

    private EventOperations() {}
}

package io.github.camelajo.internal.operation;

import java.util.List;

import static io.github.camelajo.internal.operation.Operation.post;

/** Streaming ingestion: events that start journeys. */
final class EventOperations {

    private static final String CONNECTION =
            "Identifier of the inlet: the end of the address that the streaming connection shows, not the id of the connection";
    private static final String RECEIPT =
            "A success says that Adobe has received the event. It is checked against its schema later, and only then can a journey start.";
    private static final String HOST =
            "Goes to a host of its own (option `eventUrl`), with a token only if the connection wants one (option `eventToken`).";

    static final Api API = new Api(
            "event",
            "Event",
            "Sends events, which start the journeys that wait for them. It is the only public way to start an event journey.",
            List.of(
                    post("event", "send", "/collection/{connectionId}")
                            .at(Operation.Host.EVENTS)
                            .summary("Send one event")
                            .path("connectionId", CONNECTION)
                            .query(Parameter.bool(
                                            "syncValidation",
                                            "Checks the event against its schema before the answer. For tests only: 60 calls a minute and "
                                                    + "connection, and not in every data centre")
                                    .defaultsTo("false"))
                            .body(RequestBody.required(Operation.JSON, "streamingMessage")
                                    .describedBy(EventBodies.SEND))
                            .note(RECEIPT)
                            .note(HOST)
                            .note("The body is the XDM map of the event, or a whole envelope with `header` and `body`. "
                                    + "`_id` and `timestamp` are made where they are missing.")
                            .build(),
                    post("event", "sendBatch", "/collection/batch/{connectionId}")
                            .at(Operation.Host.EVENTS)
                            .summary("Send many events, cut into as few requests as possible")
                            .path("connectionId", CONNECTION)
                            .body(RequestBody.required(Operation.JSON, "BatchMessage")
                                    .describedBy(EventBodies.SEND_BATCH))
                            .answers(207)
                            .note(RECEIPT)
                            .note(HOST)
                            .note("Each event has its own outcome. When some were not taken, the call ends in an "
                                    + "`AjoPartialFailureException` with the outcomes and what is left to send.")
                            .build()));

    private EventOperations() {}
}

package io.github.camelajo.internal.operation;

import java.util.List;

import io.github.camelajo.internal.operation.BodyDescription.Handling;

import static io.github.camelajo.internal.operation.BodyField.all;
import static io.github.camelajo.internal.operation.BodyField.free;
import static io.github.camelajo.internal.operation.BodyField.list;
import static io.github.camelajo.internal.operation.BodyField.object;
import static io.github.camelajo.internal.operation.BodyField.optional;
import static io.github.camelajo.internal.operation.BodyField.text;

/**
 * Bodies of events that are streamed into the platform. Adobe's specification requires more of the header than its help pages do;
 * what only one of them requires is optional here.
 */
final class EventBodies {

    private static final String SPEC = "streaming-ingestion.yaml";

    private static final BodyField SCHEMA = object(
            "schemaRef",
            "the schema, the same in header and body",
            text("id", "ID of the schema"),
            text("contentType", "application/vnd.adobe.xed-full+json;version=1"));

    private static final ObjectType ENVELOPE = ObjectType.of(
            object(
                    "header",
                    "its container",
                    ObjectType.of(all(
                            List.of(SCHEMA),
                            optional(
                                    text("imsOrgId", "the organization of the connection"),
                                    text("datasetId", "the dataset"),
                                    text("flowId", "the dataflow, if several use the connection"),
                                    text("createdAt", "creation time"),
                                    object(
                                            "source",
                                            "source",
                                            text("name", "free text").optional()),
                                    text("msgType", "type of the message; in samples only"),
                                    text("msgId", "ID of the message; in samples only"),
                                    text("msgVersion", "version of the message; in samples only"),
                                    text("xactionId", "ID of the request; no documented effect"))))),
            object(
                    "body",
                    "the event",
                    object("xdmMeta", "its schema", SCHEMA),
                    free("xdmEntity", "the event as its schema defines it; a time series needs _id and timestamp")
                            .personal()));

    static final BodyDescription SEND = BodyDescription.of(SPEC, ENVELOPE).example(envelope());

    static final BodyDescription SEND_BATCH = BodyDescription.of(
                    SPEC,
                    ObjectType.of(list("messages", "the events, up to 1 MB in total", ENVELOPE)
                            .items(1, Integer.MAX_VALUE)))
            .entries("messages", Handling.EACH_BY_ITSELF)
            .example("{ \"messages\": [" + envelope() + "] }");

    private EventBodies() {}

    private static String envelope() {
        return """
                {
                  "header": {
                    "schemaRef": {
                      "id": "https://ns.adobe.com/example/schemas/order",
                      "contentType": "application/vnd.adobe.xed-full+json;version=1"
                    }
                  },
                  "body": {
                    "xdmMeta": {
                      "schemaRef": {
                        "id": "https://ns.adobe.com/example/schemas/order",
                        "contentType": "application/vnd.adobe.xed-full+json;version=1"
                      }
                    },
                    "xdmEntity": {
                      "_id": "order-4711-shipped",
                      "timestamp": "2030-01-31T08:00:00Z",
                      "identityMap": { "Email": [{ "id": "jane@example.com" }] }
                    }
                  }
                }""";
    }
}

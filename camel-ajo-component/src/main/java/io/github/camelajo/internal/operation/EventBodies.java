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
            text("id", "identifier of the schema"),
            text("contentType", "application/vnd.adobe.xed-full+json;version=1"));

    private static final ObjectType ENVELOPE = ObjectType.of(
            object(
                    "header",
                    "where it belongs",
                    ObjectType.of(all(
                            List.of(SCHEMA),
                            optional(
                                    text("imsOrgId", "the organization of the connection"),
                                    text("datasetId", "the dataset"),
                                    text("flowId", "the dataflow, when several use the connection"),
                                    text("createdAt", "when it was made"),
                                    object(
                                            "source",
                                            "where it comes from",
                                            text("name", "free text").optional()),
                                    text("msgType", "type of the message; in samples only"),
                                    text("msgId", "identifier of the message; in samples only"),
                                    text("msgVersion", "version of the message; in samples only"),
                                    text("xactionId", "identifier of the request; without documented effect"))))),
            object(
                    "body",
                    "the event",
                    object("xdmMeta", "its schema", SCHEMA),
                    free("xdmEntity", "the event as the schema has it; a time series needs _id and timestamp")
                            .personal()));

    static final BodyDescription SEND = BodyDescription.of(SPEC, ENVELOPE).example(envelope());

    static final BodyDescription SEND_BATCH = BodyDescription.of(
                    SPEC,
                    ObjectType.of(list("messages", "the events, 1 MB altogether", ENVELOPE)
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

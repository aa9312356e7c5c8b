package io.github.camelajo.internal.operation;

import java.util.List;

import io.github.camelajo.internal.operation.BodyDescription.Handling;

import static io.github.camelajo.internal.operation.BodyField.all;
import static io.github.camelajo.internal.operation.BodyField.byAdobe;
import static io.github.camelajo.internal.operation.BodyField.object;
import static io.github.camelajo.internal.operation.BodyField.oneOf;
import static io.github.camelajo.internal.operation.BodyField.optional;
import static io.github.camelajo.internal.operation.BodyField.text;

/** Bodies of the suppression APIs. */
final class SuppressionBodies {

    private static final String SPEC = "suppression.yaml";

    static final BodyDescription ADDRESSES = entries("email").example("""
                    [
                      {
                        "entity": { "type": "email", "entityValue": "jane@example.com" },
                        "comment": "asked for it on the phone",
                        "user": "support@example.com"
                      }
                    ]
                    """);

    static final BodyDescription DOMAINS = entries("domain").example("""
                    [
                      {
                        "entity": { "type": "domain", "entityValue": "bounces.example.com" },
                        "comment": "no longer in use"
                      }
                    ]
                    """);

    static final BodyDescription UPLOAD = BodyDescription.of(SPEC, ObjectType.of())
            .entries("", Handling.EACH_BY_ITSELF)
            .example("""
                    TYPE,VALUE,COMMENT
                    EMAIL,jane@example.com,asked for it
                    DOMAIN,bounces.example.com,no longer in use
                    """);

    private SuppressionBodies() {}

    private static BodyDescription entries(String type) {
        return BodyDescription.of(
                        SPEC,
                        ObjectType.of(all(
                                List.of(object(
                                        "entity",
                                        "an object with type and entityValue",
                                        text("entityValue", "the address or the domain")
                                                .personal(),
                                        oneOf("type", type)
                                                .meaning("type of entityValue")
                                                .optional())),
                                optional(
                                        text("comment", "reason; the API accepts only printable ASCII characters"),
                                        text("user", "who says so").personal()),
                                byAdobe(
                                        "id",
                                        "suppressed",
                                        "creationDate",
                                        "lastModifiedDate",
                                        "status",
                                        "listType",
                                        "client",
                                        "bounceState"))))
                .entries("", Handling.NOT_DOCUMENTED);
    }
}

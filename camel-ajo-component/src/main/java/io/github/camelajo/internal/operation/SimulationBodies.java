package io.github.camelajo.internal.operation;

import java.util.List;

import io.github.camelajo.internal.operation.BodyDescription.Handling;

import static io.github.camelajo.internal.operation.BodyField.free;
import static io.github.camelajo.internal.operation.BodyField.list;
import static io.github.camelajo.internal.operation.BodyField.nonEmptyList;
import static io.github.camelajo.internal.operation.BodyField.oneOf;
import static io.github.camelajo.internal.operation.BodyField.present;
import static io.github.camelajo.internal.operation.BodyField.text;
import static io.github.camelajo.internal.operation.BodyVariant.when;

/** Bodies of the simulation API. */
final class SimulationBodies {

    private static final String SPEC = "simulations.yaml";

    private static final BodyField USER_ID =
            present("userId", "the test profile").personal();
    private static final BodyField NAMESPACE = text("namespace", "the identity namespace of userId, for example Email");

    private static final ObjectType ADDRESSES = ObjectType.of(
                    oneOf("channel", "email", "push", "sms").meaning("email, push or sms"))
            .with(
                    when(
                            "channel",
                            List.of("email"),
                            addresses("emailAddresses", "1 to 10 addresses").of(TextType.ANY),
                            text("subjectPrefix", "prefix of the subject").optional()),
                    when(
                            "channel",
                            List.of("sms"),
                            addresses("phoneNumbers", "1 to 10 phone numbers").of(TextType.ANY)),
                    when(
                            "channel",
                            List.of("push"),
                            addresses("tokens", "1 to 10 devices")
                                    .each(
                                            text("token", "the device").secret().optional(),
                                            oneOf("platform", "apns", "fcm")
                                                    .meaning("its platform")
                                                    .optional())));

    static final BodyDescription PROOF = BodyDescription.of(
                    SPEC,
                    ObjectType.of(nonEmptyList("recipients", "at least one test profile with its addresses")
                            .each(
                                    USER_ID,
                                    NAMESPACE,
                                    list("channelsData", "the addresses that receive the proofs", ADDRESSES),
                                    free("profile", "attributes of the profile")
                                            .personal()
                                            .optional(),
                                    free("context", "attributes of the context")
                                            .personal()
                                            .optional())))
            .entries("recipients", Handling.NOT_DOCUMENTED)
            .example("""
                    {
                      "recipients": [
                        {
                          "userId": "jane@example.com",
                          "namespace": "Email",
                          "channelsData": [
                            {
                              "channel": "email",
                              "emailAddresses": ["tester@example.com"],
                              "subjectPrefix": "[Proof]"
                            }
                          ],
                          "profile": { "firstName": "Jane" },
                          "context": { "orderNumber": "4711" }
                        }
                      ]
                    }
                    """);

    static final BodyDescription PREVIEW = BodyDescription.of(
                    SPEC,
                    ObjectType.of(nonEmptyList("previewRequestItems", "at least one profile")
                            .each(
                                    USER_ID,
                                    NAMESPACE,
                                    free(
                                                    "profileAttributes",
                                                    "attributes of the profile; with them no stored profile is looked up")
                                            .personal()
                                            .optional(),
                                    free("contextAttributes", "attributes of the context")
                                            .personal()
                                            .optional())))
            .entries("previewRequestItems", Handling.NOT_DOCUMENTED)
            .example("""
                    {
                      "previewRequestItems": [
                        {
                          "userId": "jane@example.com",
                          "namespace": "Email",
                          "profileAttributes": { "firstName": "Jane" },
                          "contextAttributes": { "orderNumber": "4711" }
                        }
                      ]
                    }
                    """);

    private SimulationBodies() {}

    private static BodyField addresses(String name, String meaning) {
        return list(name, 1, 10, meaning).personal();
    }
}

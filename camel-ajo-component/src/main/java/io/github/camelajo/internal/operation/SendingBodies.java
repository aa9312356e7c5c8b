package io.github.camelajo.internal.operation;

import java.util.List;

import io.github.camelajo.internal.operation.BodyDescription.Handling;

import static io.github.camelajo.internal.operation.BodyField.absent;
import static io.github.camelajo.internal.operation.BodyField.free;
import static io.github.camelajo.internal.operation.BodyField.list;
import static io.github.camelajo.internal.operation.BodyField.object;
import static io.github.camelajo.internal.operation.BodyField.oneOf;
import static io.github.camelajo.internal.operation.BodyField.present;
import static io.github.camelajo.internal.operation.BodyField.text;
import static io.github.camelajo.internal.operation.BodyField.time;

/** Bodies of the message API. */
final class SendingBodies {

    private static final String SPEC = "messaging.yaml";
    private static final String VALUES = "Adobe documents texts and objects as values";

    private static final BodyField CAMPAIGN_ID = text("campaignId", "the campaign to send");
    private static final BodyField REQUEST_ID = text("requestId", "an ID that you choose, new for each message");
    private static final BodyField RECIPIENTS = list("recipients", 1, 20, "1 to 20 recipients");
    private static final BodyField USER_ID =
            present("userId", "the recipient, as known in the namespace").personal();
    private static final BodyField NAMESPACE = text("namespace", "the identity namespace of userId, for example email");
    private static final BodyField CHANNEL_DATA = object(
                    "channelData",
                    "addresses that replace the known ones",
                    text("emailAddress", "email address").personal().optional(),
                    text("mobilePhoneNumber", "phone number for text messages")
                            .personal()
                            .optional(),
                    object(
                                    "pushInfo",
                                    "push token; in Adobe's samples only",
                                    text("appID", "the app").optional(),
                                    text("platform", "its platform").optional(),
                                    text("token", "the device").secret().optional())
                            .optional())
            .optional();
    private static final BodyField CONTEXT = free(
                    "context", "values for the message that belong to this call; " + VALUES)
            .personal()
            .optional();

    static final BodyDescription UNITARY = sending(
                    text("type", "aep for a known profile, otherwise external").oneOf(List.of("aep", "external")),
                    USER_ID,
                    NAMESPACE,
                    CHANNEL_DATA,
                    free("profile", "values for the message that belong to the recipient; " + VALUES)
                            .personal()
                            .optional(),
                    CONTEXT,
                    text("mergePolicyName", "merge policy of the profile, with type aep only")
                            .optional(),
                    text("mergePolicySchema", "schema of that merge policy, with type aep only")
                            .optional())
            .example("""
                    {
                      "requestId": "order-4711-shipped",
                      "campaignId": "f3c95789-ace1-4954-ac5d-6baed2eac902",
                      "recipients": [
                        {
                          "type": "external",
                          "userId": "jane@example.com",
                          "namespace": "email",
                          "channelData": { "emailAddress": "jane@example.com" },
                          "profile": { "firstName": "Jane" },
                          "context": { "order": { "number": "4711" } }
                        }
                      ]
                    }
                    """);

    static final BodyDescription HIGH_THROUGHPUT = sending(
                    oneOf("type", "external"),
                    USER_ID,
                    NAMESPACE,
                    CHANNEL_DATA,
                    CONTEXT,
                    absent("profile", "in high-throughput mode only context can personalize a message"))
            .example("""
                    {
                      "requestId": "login-0815-code",
                      "campaignId": "e0a3a91f-2346-4c13-bc27-ed12b10877a9",
                      "recipients": [
                        {
                          "type": "external",
                          "userId": "jane@example.com",
                          "namespace": "email",
                          "context": { "code": "123456" }
                        }
                      ]
                    }
                    """);

    static final BodyDescription AUDIENCE = BodyDescription.of(
                    SPEC,
                    ObjectType.of(
                            CAMPAIGN_ID,
                            REQUEST_ID.optional(),
                            object(
                                            "audience",
                                            "the audience that receives the message; the campaign's own by default",
                                            text("id", "ID of the audience"))
                                    .optional(),
                            CONTEXT,
                            object(
                                            "schedule",
                                            "a later time",
                                            time("executeAt", "scheduled time").optional())
                                    .optional()))
            .example("""
                    {
                      "requestId": "spring-sale-1",
                      "campaignId": "cbf27734-ac10-4525-8b66-402800e03d2c",
                      "audience": { "id": "004498f4-b987-47c1-8c9c-26a813678d7a" },
                      "context": { "season": "spring" }
                    }
                    """);

    private SendingBodies() {}

    private static BodyDescription sending(BodyField... recipient) {
        return BodyDescription.of(
                        SPEC,
                        ObjectType.of(
                                CAMPAIGN_ID,
                                REQUEST_ID.filledWith(BodyField.Filling.REQUEST_ID),
                                RECIPIENTS.each(recipient)))
                .entries("recipients", Handling.NOT_DOCUMENTED);
    }
}

package io.github.camelajo.internal.operation;

import static io.github.camelajo.internal.operation.BodyField.all;
import static io.github.camelajo.internal.operation.BodyField.byAdobe;
import static io.github.camelajo.internal.operation.BodyField.flag;
import static io.github.camelajo.internal.operation.BodyField.list;
import static io.github.camelajo.internal.operation.BodyField.map;
import static io.github.camelajo.internal.operation.BodyField.object;
import static io.github.camelajo.internal.operation.BodyField.optional;
import static io.github.camelajo.internal.operation.BodyField.text;
import static io.github.camelajo.internal.operation.BodyField.texts;
import static io.github.camelajo.internal.operation.BodyField.whole;

/**
 * Bodies of the loyalty configuration: rewards, events, and the whole. Adobe requires no field in any of them, and explains
 * those of reward definitions only: a meaning here is mostly what the name says.
 */
final class LoyaltyConfigBodies {

    private static final BodyField NAME = text("name", "the name, once only");
    private static final BodyField DESCRIPTION = text("desc", "what it is for");
    private static final BodyField ENABLED = flag("enabled", "whether it is used");
    private static final BodyField HEADERS =
            map("additionalHeaders", "headers of the requests", TextType.ANY).secret();

    private static final ObjectType DEFINITION_TYPE = ObjectType.of(all(
            optional(
                    NAME,
                    text("denomination", "the unit of the reward, for example points"),
                    DESCRIPTION,
                    ENABLED,
                    map("kvpCustom", "properties of your own", TextType.ANY),
                    text("rewardJsonata", "JSONata expression that makes what the provider gets"),
                    flag("isDefault", "whether it is the one that is used when none is named")),
            byAdobe("guid")));

    private static final ObjectType AUTH_TYPE = ObjectType.of(optional(
            NAME,
            DESCRIPTION,
            text("authType", "the kind of login"),
            text("method", "the HTTP method"),
            object(
                    "payloadDefinition",
                    "what is sent to log in",
                    map("formKvp", "fields of the form", TextType.ANY).secret().optional()),
            text("url", "where to log in"),
            text("tokenKey", "field of the answer with the token"),
            ENABLED,
            map("headers", "headers of the request", TextType.ANY).secret()));

    private static final ObjectType PROXY_TYPE = ObjectType.of(optional(
            NAME,
            DESCRIPTION,
            text("host", "the host"),
            whole("port", "the port"),
            object(
                    "credentials",
                    "who logs in to the proxy",
                    text("userName", "the user").secret().optional(),
                    text("password", "the password").secret().optional()),
            ENABLED));

    private static final ObjectType PROVIDER_TYPE = ObjectType.of(all(
            optional(
                    NAME,
                    DESCRIPTION,
                    ENABLED,
                    text("url", "where rewards are asked for"),
                    HEADERS,
                    map("rewardDefinition", "reward definitions, by their identifier", DEFINITION_TYPE),
                    text("tokenGenerator", "the auth token generator that is used"),
                    map("authTokenGeneratorMap", "auth token generators, by their name", AUTH_TYPE),
                    flag("enableMTLS", "whether requests have a client certificate"),
                    text("proxy", "the proxy that is used"),
                    map("proxyMap", "proxies, by their name", PROXY_TYPE)),
            byAdobe("guid")));

    private static final ObjectType EVENT_TYPE = ObjectType.of(all(
            optional(
                    NAME,
                    text("identifierPath", "where the event says who it is about"),
                    texts("identifier", "values that tell this event from others"),
                    text("schema", "the schema"),
                    text("transformer", "expression that turns an event into ours"),
                    text("xdmSchemaId", "identifier of the XDM schema")),
            byAdobe("guid")));

    private static final ObjectType CONFIG_TYPE = ObjectType.of(all(
            optional(
                    text("namespace", "identity namespace of the people"),
                    text("tenantId", "name of the tenant"),
                    text("eventSchemaId", "schema of the events"),
                    text("eventDatasetId", "dataset of the events"),
                    text("eventVersion", "version of the events"),
                    list(
                            "completionSinkList",
                            "who is told of a challenge that is done",
                            ObjectType.of(
                                    optional(text("sinkType", "its kind"), text("sinkUrl", "its address"), HEADERS))),
                    list("rewardEndpointList", "reward providers", PROVIDER_TYPE),
                    texts("autoSignupEvents", "events that sign people up"),
                    whole("archiveDays", "days until a challenge that has ended is archived"),
                    list("eventDefinition", "events", EVENT_TYPE),
                    flag("applyEventsPriorToSignup", "whether events count from before signing up"),
                    flag("dupeDetection", "whether an event counts once only"),
                    whole("archiveTTLDays", "days that an archive is kept"),
                    flag("provideChallengeInSignupResponse", "whether the answer to signing up has the challenge"),
                    flag("eventPathPipeline", "whether events come through the pipeline"),
                    whole("version", "the version that get has returned, for update"),
                    text("voyagerTopicOverride", "another topic for journeys")),
            byAdobe("sandboxName"),
            byAdobe(LoyaltyBodies.AUDIT)));

    static final BodyDescription CONFIG =
            BodyDescription.of(LoyaltyBodies.SPEC, CONFIG_TYPE).example("""
                    {
                      "namespace": "Email",
                      "eventSchemaId": "https://ns.adobe.com/example/schemas/loyalty",
                      "archiveDays": 30,
                      "dupeDetection": true,
                      "eventDefinition": [{ "name": "purchase", "identifierPath": "eventType", "identifier": ["order"] }]
                    }
                    """);

    static final BodyDescription CONFIG_CHANGES =
            BodyDescription.of(LoyaltyBodies.SPEC, CONFIG_TYPE).example("{ \"archiveDays\": 60 }");

    static final BodyDescription PROVIDER =
            BodyDescription.of(LoyaltyBodies.SPEC, PROVIDER_TYPE).example("""
                    {
                      "name": "points-bank",
                      "desc": "Where points are kept",
                      "enabled": true,
                      "url": "https://points.example.com/grants",
                      "additionalHeaders": { "X-Client": "ajo" }
                    }
                    """);

    static final BodyDescription DEFINITION =
            BodyDescription.of(LoyaltyBodies.SPEC, DEFINITION_TYPE).example("""
                    {
                      "name": "stars",
                      "denomination": "Stars",
                      "desc": "Stars for a card",
                      "enabled": true,
                      "rewardJsonata": "{ \\"points\\": rewardValue }"
                    }
                    """);

    static final BodyDescription PROXY =
            BodyDescription.of(LoyaltyBodies.SPEC, PROXY_TYPE).example("""
                    { "name": "outbound", "host": "proxy.example.com", "port": 8080, "enabled": true }
                    """);

    static final BodyDescription AUTH =
            BodyDescription.of(LoyaltyBodies.SPEC, AUTH_TYPE).example("""
                    {
                      "name": "login",
                      "authType": "oauth2",
                      "method": "POST",
                      "url": "https://login.example.com/token",
                      "tokenKey": "access_token",
                      "payloadDefinition": { "formKvp": { "grant_type": "client_credentials" } },
                      "enabled": true
                    }
                    """);

    static final BodyDescription EVENT =
            BodyDescription.of(LoyaltyBodies.SPEC, EVENT_TYPE).example("""
                    {
                      "name": "store-purchase",
                      "identifierPath": "eventType",
                      "identifier": ["store.purchase"],
                      "schema": "https://ns.adobe.com/example/schemas/purchase"
                    }
                    """);

    private LoyaltyConfigBodies() {}
}

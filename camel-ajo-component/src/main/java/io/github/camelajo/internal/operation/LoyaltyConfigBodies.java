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

    private static final BodyField NAME = text("name", "name, unique");
    private static final BodyField DESCRIPTION = text("desc", "purpose");
    private static final BodyField ENABLED = flag("enabled", "whether it is active");
    private static final BodyField HEADERS =
            map("additionalHeaders", "headers of the requests", TextType.ANY).secret();

    private static final ObjectType DEFINITION_TYPE = ObjectType.of(all(
            optional(
                    NAME,
                    text("denomination", "unit of the reward, for example points"),
                    DESCRIPTION,
                    ENABLED,
                    map("kvpCustom", "custom properties", TextType.ANY),
                    text("rewardJsonata", "JSONata expression that creates the request to the provider"),
                    flag("isDefault", "whether it is the default")),
            byAdobe("guid")));

    private static final ObjectType AUTH_TYPE = ObjectType.of(optional(
            NAME,
            DESCRIPTION,
            text("authType", "type of login"),
            text("method", "the HTTP method"),
            object(
                    "payloadDefinition",
                    "login request",
                    map("formKvp", "fields of the form", TextType.ANY).secret().optional()),
            text("url", "login address"),
            text("tokenKey", "field of the answer that contains the token"),
            ENABLED,
            map("headers", "headers of the request", TextType.ANY).secret()));

    private static final ObjectType PROXY_TYPE = ObjectType.of(optional(
            NAME,
            DESCRIPTION,
            text("host", "the host"),
            whole("port", "the port"),
            object(
                    "credentials",
                    "proxy login",
                    text("userName", "the user").secret().optional(),
                    text("password", "the password").secret().optional()),
            ENABLED));

    private static final ObjectType PROVIDER_TYPE = ObjectType.of(all(
            optional(
                    NAME,
                    DESCRIPTION,
                    ENABLED,
                    text("url", "address that issues rewards"),
                    HEADERS,
                    map("rewardDefinition", "reward definitions, by ID", DEFINITION_TYPE),
                    text("tokenGenerator", "the auth token generator to use"),
                    map("authTokenGeneratorMap", "auth token generators, by name", AUTH_TYPE),
                    flag("enableMTLS", "whether requests use a client certificate"),
                    text("proxy", "the proxy to use"),
                    map("proxyMap", "proxies, by name", PROXY_TYPE)),
            byAdobe("guid")));

    private static final ObjectType EVENT_TYPE = ObjectType.of(all(
            optional(
                    NAME,
                    text("identifierPath", "where the event identifies the member"),
                    texts("identifier", "values that identify this kind of event"),
                    text("schema", "the schema"),
                    text("transformer", "expression that converts an event into a loyalty event"),
                    text("xdmSchemaId", "ID of the XDM schema")),
            byAdobe("guid")));

    private static final ObjectType CONFIG_TYPE = ObjectType.of(all(
            optional(
                    text("namespace", "identity namespace of the members"),
                    text("tenantId", "tenant name"),
                    text("eventSchemaId", "schema of the events"),
                    text("eventDatasetId", "dataset of the events"),
                    text("eventVersion", "version of the events"),
                    list(
                            "completionSinkList",
                            "who is notified of a completed challenge",
                            ObjectType.of(
                                    optional(text("sinkType", "its kind"), text("sinkUrl", "its address"), HEADERS))),
                    list("rewardEndpointList", "reward providers", PROVIDER_TYPE),
                    texts("autoSignupEvents", "events that enroll members"),
                    whole("archiveDays", "days until an ended challenge is archived"),
                    list("eventDefinition", "events", EVENT_TYPE),
                    flag("applyEventsPriorToSignup", "whether events before enrollment count"),
                    flag("dupeDetection", "whether an event counts only once"),
                    whole("archiveTTLDays", "days that an archive is kept"),
                    flag(
                            "provideChallengeInSignupResponse",
                            "whether the answer to an enrollment contains the challenge"),
                    flag("eventPathPipeline", "whether events come through the pipeline"),
                    whole("version", "for update: the version that get returned"),
                    text("voyagerTopicOverride", "separate topic for journeys")),
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

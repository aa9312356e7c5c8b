package io.github.camelajo.internal.operation;

import java.util.List;
import java.util.regex.Pattern;

import static io.github.camelajo.internal.operation.BodyField.all;
import static io.github.camelajo.internal.operation.BodyField.atLeast;
import static io.github.camelajo.internal.operation.BodyField.byAdobe;
import static io.github.camelajo.internal.operation.BodyField.nonEmptyList;
import static io.github.camelajo.internal.operation.BodyField.number;
import static io.github.camelajo.internal.operation.BodyField.object;
import static io.github.camelajo.internal.operation.BodyField.optional;
import static io.github.camelajo.internal.operation.BodyField.text;
import static io.github.camelajo.internal.operation.BodyField.whole;

/** Bodies of capping and throttling. Adobe types the one of throttling as a text; the fields are those of its help page. */
final class LimitBodies {

    private static final String SPEC = "journeys-throttling.yaml";

    private static final BodyField ORGANIZATION =
            text("orgId", "the organization ID").filledWith(BodyField.Filling.ORGANIZATION);

    private static final ObjectType LIMITS = ObjectType.of(
            whole("maxHttpConnections", "concurrent connections, at most 400; unlimited by default")
                    .optional(),
            object(
                    "rating",
                    "an object with maxCallsCount and periodInMs",
                    atLeast("maxCallsCount", 1, "calls per period"),
                    atLeast("periodInMs", 1, "length of the period in milliseconds")));

    static final BodyDescription CAPPING = BodyDescription.of(
                    SPEC,
                    ObjectType.of(all(
                            List.of(
                                    text("url", "address of the endpoint; * in the path, not in host or port"),
                                    nonEmptyList("methods", "the HTTP methods, for example [\"POST\"]")
                                            .of(TextType.oneOf("GET", "POST", "PUT", "PATCH", "DELETE", "OPTION")),
                                    object(
                                            "services",
                                            "an object with action or dataSource",
                                            object("action", "limits for calls of custom actions", LIMITS)
                                                    .optional(),
                                            object("dataSource", "limits for calls of data sources", LIMITS)
                                                    .optional()),
                                    ORGANIZATION),
                            byAdobe(
                                    "uid",
                                    "_id",
                                    "state",
                                    "hasBeenDeployed",
                                    "deployedConfig",
                                    "tenantId",
                                    "sandboxName",
                                    "sandboxId",
                                    "authoringFormatVersion",
                                    "metadata"))))
            .example("""
                    {
                      "url": "https://api.example.com/orders/*",
                      "methods": ["POST", "PUT"],
                      "services": {
                        "action": {
                          "maxHttpConnections": 50,
                          "rating": { "maxCallsCount": 100, "periodInMs": 1000 }
                        }
                      }
                    }
                    """);

    static final BodyDescription THROTTLING = BodyDescription.of(
                    SPEC,
                    ObjectType.of(all(
                            List.of(
                                    text("urlPattern", "the address of the endpoint, with * as wildcard after the host")
                                            .matching(
                                                    Pattern.compile(
                                                            "(?!(?:[a-zA-Z][a-zA-Z0-9+.-]*://)?[^/?#]*\\*)[\\s\\S]*"),
                                                    "has a wildcard in the host, allowed: wildcards after the host only"),
                                    nonEmptyList("methods", "the HTTP methods, for example [\"POST\"]")
                                            .of(TextType.ANY),
                                    number("maxThroughput", 200, 5000, "calls per second")),
                            optional(text("name", "displayed name"), text("description", "purpose")),
                            byAdobe(
                                    "uid",
                                    "_id",
                                    "orgId",
                                    "state",
                                    "hasBeenDeployed",
                                    "sandboxName",
                                    "sandboxId",
                                    "authoringFormatVersion",
                                    "version",
                                    "metadata"))))
            .example("""
                    {
                      "name": "Orders",
                      "description": "What the order system can take",
                      "urlPattern": "https://api.example.com/orders/*",
                      "methods": ["POST"],
                      "maxThroughput": 500
                    }
                    """);

    private LimitBodies() {}
}

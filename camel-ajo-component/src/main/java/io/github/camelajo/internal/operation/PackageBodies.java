package io.github.camelajo.internal.operation;

import java.util.List;

import io.github.camelajo.internal.operation.BodyDescription.Handling;

import static io.github.camelajo.internal.operation.BodyField.all;
import static io.github.camelajo.internal.operation.BodyField.list;
import static io.github.camelajo.internal.operation.BodyField.map;
import static io.github.camelajo.internal.operation.BodyField.object;
import static io.github.camelajo.internal.operation.BodyField.oneOf;
import static io.github.camelajo.internal.operation.BodyField.optional;
import static io.github.camelajo.internal.operation.BodyField.text;
import static io.github.camelajo.internal.operation.BodyField.time;

/** Bodies of the packages that carry objects from one sandbox to another. */
final class PackageBodies {

    private static final String SPEC = "sandbox.yaml";
    private static final String EXAMPLE_ID = "e2b6f4a8c0d14957b3a1907c5d8e6f22";

    private static final BodyField ID = text("id", "the package");
    private static final BodyField DESCRIPTION = text("description", "purpose").optional();
    private static final BodyField EXPIRY =
            time("expiry", "expiry; 90 days from now by default").optional();
    private static final ObjectType SANDBOX = ObjectType.of(
            text("name", "its name"), text("imsOrgId", "its organization").optional());
    private static final BodyField ARTIFACTS = list(
                    "artifacts",
                    "the objects, each with id and type",
                    ObjectType.of(text("id", "ID of the object"), text("type", "for example JOURNEY")))
            .items(1, Integer.MAX_VALUE);

    static final BodyDescription CREATE = BodyDescription.of(
                    SPEC,
                    ObjectType.of(all(
                            List.of(
                                    text("name", "name, unique among packages"),
                                    oneOf("packageType", "PARTIAL", "FULL")
                                            .meaning("PARTIAL for some objects, FULL for the whole sandbox")),
                            List.of(
                                    DESCRIPTION,
                                    object("sourceSandbox", "sandbox that the objects come from", SANDBOX)
                                            .optional(),
                                    EXPIRY,
                                    list(
                                                    "artifacts",
                                                    "the objects; none with FULL",
                                                    ObjectType.of(optional(
                                                            text("id", "ID of the object"),
                                                            text("type", "for example JOURNEY"),
                                                            text("title", "its name"))))
                                            .optional()))))
            .entries("artifacts", Handling.NOT_DOCUMENTED)
            .example("""
                    {
                      "name": "Spring campaign",
                      "packageType": "PARTIAL",
                      "description": "What the spring campaign needs",
                      "artifacts": [{ "id": "6f0d2b91-3c58-4e7a-9d14-52b8c0a7e301", "type": "JOURNEY", "title": "Welcome" }]
                    }
                    """);

    static final BodyDescription ADD_ARTIFACTS = BodyDescription.of(
                    SPEC, ObjectType.of(ID, action("ADD"), ARTIFACTS, EXPIRY))
            .entries("artifacts", Handling.NOT_DOCUMENTED)
            .example(change("ADD"));

    static final BodyDescription REMOVE_ARTIFACTS = BodyDescription.of(
                    SPEC, ObjectType.of(ID, action("DELETE"), ARTIFACTS))
            .entries("artifacts", Handling.NOT_DOCUMENTED)
            .example(change("DELETE"));

    static final BodyDescription UPDATE = BodyDescription.of(
                    SPEC,
                    ObjectType.of(
                            ID,
                            action("UPDATE"),
                            text("name", "name, even if it does not change"),
                            object("sourceSandbox", "sandbox that the objects come from", SANDBOX),
                            DESCRIPTION))
            .example("{ \"id\": \"" + EXAMPLE_ID + "\", \"action\": \"UPDATE\", \"name\": \"Summer campaign\", "
                    + "\"sourceSandbox\": { \"name\": \"dev\" } }");

    static final BodyDescription SUBMIT_IMPORT = BodyDescription.of(
                    SPEC,
                    ObjectType.of(
                            text("id", "the package to import"),
                            object(
                                    "destinationSandbox",
                                    "the sandbox to import into",
                                    text("name", "its name"),
                                    text("imsOrgId", "its organization")),
                            text("name", "name of the import").optional(),
                            DESCRIPTION,
                            map(
                                            "alternatives",
                                            "replacements for objects, by ID",
                                            ObjectType.of(
                                                    text("id", "ID of the other object"), text("type", "its type")))
                                    .optional()))
            .example("{ \"id\": \"" + EXAMPLE_ID
                    + "\", \"destinationSandbox\": { \"name\": \"prod\", \"imsOrgId\": \"EXAMPLE@AdobeOrg\" } }");

    static final BodyDescription LIST_DEPENDENCIES = BodyDescription.of(
                    SPEC, ObjectType.of(text("id", "ID of the object"), text("type", "for example JOURNEY")))
            .entries("", Handling.NOT_DOCUMENTED)
            .example("[{ \"id\": \"6f0d2b91-3c58-4e7a-9d14-52b8c0a7e301\", \"type\": \"JOURNEY\" }]");

    static final BodyDescription MAKE_PUBLIC = BodyDescription.of(
                    SPEC,
                    ObjectType.of(
                            ID,
                            action("UPDATE"),
                            oneOf("packageVisibility", "PUBLIC").meaning("cannot be undone")))
            .example("{ \"id\": \"" + EXAMPLE_ID + "\", \"action\": \"UPDATE\", \"packageVisibility\": \"PUBLIC\" }");

    private PackageBodies() {}

    private static BodyField action(String value) {
        return oneOf("action", value).meaning("selects this call among others at the same address");
    }

    private static String change(String action) {
        return "{ \"id\": \"" + EXAMPLE_ID + "\", \"action\": \"" + action
                + "\", \"artifacts\": [{ \"id\": \"6f0d2b91-3c58-4e7a-9d14-52b8c0a7e301\", \"type\": \"JOURNEY\" }] }";
    }
}

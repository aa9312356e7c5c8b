package io.github.camelajo.internal.operation;

import java.util.List;

/** Desired state: what several calls do together. */
final class StateOperations {

    static final Api API = new Api(
            "state",
            "Desired state",
            "Brings limits, fragments, templates and suppression rules of a sandbox to the state in one "
                    + "document, and creates such a document from a sandbox.",
            List.of(apply("state", "Bring a sandbox to the state in a document", "StateDocument"), export("state")));

    private StateOperations() {}

    /** The operation that brings objects of one API about. */
    static Operation apply(String api, String schema) {
        return apply(api, "Bring objects to the state in the body, with as few calls as possible", schema);
    }

    private static Operation apply(String api, String summary, String schema) {
        return Operation.several(api, "apply", Operation.Kind.APPLY)
                .summary(summary)
                .body(RequestBody.optional(Operation.JSON, schema))
                .note("With `mode=plan` nothing is written, and the answer lists the planned changes.")
                .build();
    }

    /** The operation that makes a document of the objects of one API. */
    static Operation export(String api) {
        return Operation.several(api, "export", Operation.Kind.EXPORT)
                .summary("Create a document from a sandbox")
                .note("Read-only. The same objects always give the same document.")
                .build();
    }
}

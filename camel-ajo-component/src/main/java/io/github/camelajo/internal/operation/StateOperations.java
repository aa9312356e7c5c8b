package io.github.camelajo.internal.operation;

import java.util.List;

/** Desired state: what several calls do together. */
final class StateOperations {

    static final Api API = new Api(
            "state",
            "Desired state",
            "Brings limits, fragments, templates and suppression rules of a sandbox to what one document says, and makes such a "
                    + "document of what there is.",
            List.of(apply("state", "Bring a sandbox to what a document says", "StateDocument"), export("state")));

    private StateOperations() {}

    /** The operation that brings objects of one API about. */
    static Operation apply(String api, String schema) {
        return apply(api, "Bring objects to what the body says, with the fewest calls", schema);
    }

    private static Operation apply(String api, String summary, String schema) {
        return Operation.several(api, "apply", Operation.Kind.APPLY)
                .summary(summary)
                .body(RequestBody.optional(Operation.JSON, schema))
                .note("With `mode=plan` nothing is written, and the answer says what would be done.")
                .build();
    }

    /** The operation that makes a document of the objects of one API. */
    static Operation export(String api) {
        return Operation.several(api, "export", Operation.Kind.EXPORT)
                .summary("Make a document of what there is")
                .note("It only reads. The same objects give the same document.")
                .build();
    }
}

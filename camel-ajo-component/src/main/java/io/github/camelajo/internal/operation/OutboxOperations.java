package io.github.camelajo.internal.operation;

import java.util.List;

/** What is kept first and delivered later. */
final class OutboxOperations {

    static final Api API = new Api(
            "outbox",
            "Outbox",
            "Stores messages, events and suppressed addresses in a database and delivers them: "
                    + "`to(\"ajo:outbox\")` adds, `from(\"ajo:outbox\")` delivers.",
            List.of(Operation.several("outbox", "add", Operation.Kind.ADD)
                    .summary("Store one message, event or address for delivery")
                    .body(RequestBody.required(Operation.JSON, "OutboxItem"))
                    .note("Makes no call: a route that starts from `ajo:outbox` delivers what was added.")
                    .note("Adding a known key again has no effect.")
                    .build()));

    private OutboxOperations() {}
}

package io.github.camelajo.internal.operation;

import java.util.List;

/** What is kept first and delivered later. */
final class OutboxOperations {

    static final Api API = new Api(
            "outbox",
            "Outbox",
            "Keeps messages, events and suppressed addresses in a database and delivers them: `to(\"ajo:outbox\")` adds,"
                    + " `from(\"ajo:outbox\")` delivers.",
            List.of(Operation.several("outbox", "add", Operation.Kind.ADD)
                    .summary("Keep one message, event or address for delivery")
                    .body(RequestBody.required(Operation.JSON, "OutboxItem"))
                    .note("No call is made: a route that begins with `ajo:outbox` delivers what was added.")
                    .note("A known key adds nothing.")
                    .build()));

    private OutboxOperations() {}
}

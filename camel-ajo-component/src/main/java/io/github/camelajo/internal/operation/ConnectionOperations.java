package io.github.camelajo.internal.operation;

import java.util.List;

import static io.github.camelajo.internal.operation.Operation.get;

/** What has no API of its own at Adobe: is everything set up right? */
final class ConnectionOperations {

    static final Api API = new Api(
            "connection",
            "Connection",
            "Checks the connection: gets a token, reads one journey of the sandbox, and reports what is wrong "
                    + "and what to do.",
            List.of(get("connection", "verify", JourneyOperations.PATH)
                    .kind(Operation.Kind.VERIFY)
                    .summary("Check login, organization, sandbox and permission")
                    .query(
                            Parameter.string("fields", "Fields of the journey to read")
                                    .defaultsTo("id")
                                    .alwaysSent(),
                            Parameter.integer("pageSize", "Number of journeys to read")
                                    .between(1, 100)
                                    .defaultsTo("1")
                                    .alwaysSent())
                    .permission(JourneyOperations.READ)
                    .note("The answer is a report. A failed check is also a report, not an exception.")
                    .build()));

    private ConnectionOperations() {}
}

package io.github.camelajo.internal.operation;

import java.util.List;

import static io.github.camelajo.internal.operation.Operation.get;

/** What has no API of its own at Adobe: is everything set up right? */
final class ConnectionOperations {

    static final Api API = new Api(
            "connection",
            "Connection",
            "Checks the connection: gets a token and reads one journey of the sandbox, and says what is wrong and what to do.",
            List.of(get("connection", "verify", JourneyOperations.PATH)
                    .kind(Operation.Kind.VERIFY)
                    .summary("Check login, organisation, sandbox and permission")
                    .query(
                            Parameter.string("fields", "Fields of the journey that is read")
                                    .defaultsTo("id")
                                    .alwaysSent(),
                            Parameter.integer("pageSize", "Journeys that are read")
                                    .between(1, 100)
                                    .defaultsTo("1")
                                    .alwaysSent())
                    .permission(JourneyOperations.READ)
                    .note("The answer is a report. A failed check is a report too, not an exception.")
                    .build()));

    private ConnectionOperations() {}
}

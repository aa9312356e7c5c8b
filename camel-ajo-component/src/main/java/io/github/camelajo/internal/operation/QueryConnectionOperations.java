package io.github.camelajo.internal.operation;

import java.util.List;

import static io.github.camelajo.internal.operation.Operation.get;

/** How to reach Query Service. */
final class QueryConnectionOperations {

    static final Api API = new Api(
            "query-connection",
            "Query connection",
            "The connection parameters of Query Service for the PostgreSQL protocol, for example to read the "
                    + "results of messages and journey steps.",
            List.of(get("query-connection", "get", "/data/foundation/query/connection_parameters")
                    .summary("Host, port, database, user and password of Query Service")
                    .secret("token", "compressedToken")
                    .permission(Permission.presumably("Manage queries"))
                    .note("`token` and `compressedToken` are the access token of the call, a secret. It is "
                            + "masked wherever the answer is written as text. Do not log or store it.")
                    .build()));

    private QueryConnectionOperations() {}
}

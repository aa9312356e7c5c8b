package io.github.camelajo.simulator.internal.family.event;

import java.util.function.Predicate;

import io.github.camelajo.simulator.control.EventSamples;
import io.github.camelajo.simulator.internal.core.Bearer;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.Table;

/** The streaming connections, and what they require of a call. Guarded by the service. */
final class Connections {

    /** Adobe says 1 MB without defining it. */
    private static final int MAX_BYTES = 1_048_576;

    private static final int FORBIDDEN = 403;
    private static final int UNAUTHORIZED = 401;

    private final Table<Connection> connections;
    private final Predicate<String> tokens;
    private int invalidTokenStatus = FORBIDDEN;

    /** @param tokens tells whether a token is valid */
    Connections(FamilyContext context, Object owner, Predicate<String> tokens) {
        this.tokens = tokens;
        connections = Table.ofOrganization(
                        "connection",
                        "Streaming connections. An `authenticated` connection requires a token.",
                        Connection.class,
                        context.codec(),
                        owner)
                .made((sandbox, id) -> new Connection(false));
        reset();
    }

    private record Connection(boolean authenticated) {}

    /**
     * Returns the id of the connection that a call uses.
     *
     * @throws Refusal if there is no such connection, the token is missing or invalid, or the body is too large
     */
    String admit(Call call) {
        String id = call.pathValue("connectionId");
        Connection connection = connections.all().get(id);
        if (connection == null) {
            throw InletErrors.refuse(404, "Not Found", "There is no inlet [" + id + "]");
        }
        if (connection.authenticated()) {
            checkToken(call, id);
        }
        if (call.request().body().length > MAX_BYTES) {
            throw InletErrors.refuse(413, "Payload Too Large", "The request is larger than 1 MB");
        }
        return id;
    }

    private void checkToken(Call call, String id) {
        String authorization = call.request().header("Authorization");
        if (authorization == null || authorization.isBlank()) {
            throw new Refusal(InletErrors.unauthorized("[" + id + "] Ims service token is empty"));
        }
        if (Bearer.token(authorization).filter(tokens).isPresent()) {
            return;
        }
        if (invalidTokenStatus == UNAUTHORIZED) {
            throw new Refusal(InletErrors.unauthorized("[" + id + "] Ims service token is invalid"));
        }
        throw InletErrors.refuse(FORBIDDEN, "Forbidden", "[" + id + "] Ims service token is invalid or expired");
    }

    int invalidTokenStatus() {
        return invalidTokenStatus;
    }

    void invalidTokenStatus(int status) {
        checkTokenStatus(status);
        invalidTokenStatus = status;
    }

    static void checkTokenStatus(int status) {
        if (status != UNAUTHORIZED && status != FORBIDDEN) {
            throw new IllegalArgumentException("status must be 401 or 403, not " + status);
        }
    }

    Kept kept() {
        return connections;
    }

    void reset() {
        invalidTokenStatus = FORBIDDEN;
        connections.clear();
        connections.all().put(EventSamples.CONNECTION, new Connection(false));
        connections.all().put(EventSamples.AUTHENTICATED_CONNECTION, new Connection(true));
    }
}

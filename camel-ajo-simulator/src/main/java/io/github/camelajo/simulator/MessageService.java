package io.github.camelajo.simulator;

import java.util.List;

/** Message execution; so far only its health check, for which no body is documented. */
final class MessageService implements ApiService {

    @Override
    public String name() {
        return "message";
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/ajo/im/health", call -> Reply.empty(200)).withoutSandbox());
    }
}

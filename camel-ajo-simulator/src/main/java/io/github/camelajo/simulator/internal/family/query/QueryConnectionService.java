package io.github.camelajo.simulator.internal.family.query;

import java.util.List;

import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Bearer;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Route;

/**
 * How to connect to Query Service. As at Adobe, the answer contains the token of the request as the password of the
 * connection.
 */
public final class QueryConnectionService implements ApiService {

    private static final String PATH = "/data/foundation/query/connection_parameters";

    @Override
    public String name() {
        return "query-connection";
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get(PATH, QueryConnectionService::get));
    }

    private static Reply get(Call call) {
        String token = Bearer.token(call.request().header("Authorization")).orElseThrow();
        return Reply.json(
                200,
                Json.object()
                        .put("host", "simulator.platform-query.adobe.example")
                        .put("port", 80)
                        .put("dbName", call.sandbox().name() + ":all")
                        .put("username", call.organizationId())
                        .put("token", token)
                        .put("compressedToken", token)
                        .put("version", "1.0.0")
                        .put("websocketHost", "simulator.platform-query-proxy.adobe.example"));
    }
}

package io.github.camelajo.simulator.internal.family.raw;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Route;

/**
 * An echo below {@code /imp/}. It replaces the old message path, which no catalogue describes, so that raw calls have a
 * destination. It names the headers that it received, but never shows their values.
 */
public final class RawService implements ApiService {

    @Override
    public String name() {
        return "raw";
    }

    @Override
    public List<Route> routes() {
        return Stream.of("GET", "POST", "PUT", "PATCH", "DELETE")
                .map(method ->
                        Route.of(method, "/imp/{rest*}", this::echo).anyQuery().withoutSandbox())
                .toList();
    }

    private Reply echo(Call call) {
        ReceivedRequest request = call.request();
        ObjectNode body = Json.object()
                .put("method", request.method())
                .put("path", request.path())
                .put("query", request.query())
                .put("bodyLength", request.body().length);
        body.set("headers", Json.tree(request.headers().keySet()));
        return Reply.json(200, body);
    }
}

package io.github.camelajo.simulator.internal.family.sandbox;

import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.ErrorDialect;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Reply;

/**
 * Errors of sandbox management: {@code {status, title, type}} with a code SMS-nnnn-status. The numbers are invented.
 */
final class SandboxErrors implements ErrorDialect {

    static final SandboxErrors INSTANCE = new SandboxErrors();

    private SandboxErrors() {}

    static Reply reply(int status, int number, String title) {
        return Reply.json(
                status,
                Json.object()
                        .put("status", status)
                        .put("title", title)
                        .put("type", "http://ns.adobe.com/aep/errors/SMS-" + number + "-" + status));
    }

    @Override
    public Reply forbidden(Call call, String detail) {
        return reply(403, 2003, detail);
    }

    @Override
    public Reply badParameter(Call call, String name, String detail) {
        return reply(400, 2074, "Query parameter '" + name + "' " + detail);
    }
}

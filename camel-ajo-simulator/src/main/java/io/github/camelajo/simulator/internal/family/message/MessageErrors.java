package io.github.camelajo.simulator.internal.family.message;

import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.ErrorDialect;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.Reply;

/**
 * Errors of message execution.
 *
 * <p>Documented: the form, and MSG-000052-400 as one sample. Assumptions: that number for every 400, 000403 and 000404
 * for the other statuses, and all titles.</p>
 */
final class MessageErrors implements ErrorDialect {

    static Refusal bad(Call call, String title, Map<String, String> context) {
        return new Refusal(reply(400, call.requestId(), title, context));
    }

    static Refusal notFound(Call call, String title) {
        return new Refusal(reply(404, call.requestId(), title, Map.of()));
    }

    private static Reply reply(int status, String requestId, String title, Map<String, String> context) {
        ObjectNode body = Json.object()
                .put(
                        "type",
                        "https://ns.adobe.com/aep/errors/MSG-000" + (status == 400 ? "052" : status) + "-" + status)
                .put("title", title)
                .put("status", status);
        ObjectNode additional =
                body.putObject("report").putObject("additionalContext").put("requestId", requestId);
        context.forEach(additional::put);
        return Reply.json(status, body);
    }

    @Override
    public Reply unknownSandbox(Call call) {
        return reply(403, call.requestId(), "Sandbox '" + call.sandbox().name() + "' is not accessible", Map.of());
    }

    @Override
    public Reply malformedJson(Call call, String detail) {
        return reply(400, call.requestId(), "The body is not valid JSON: " + detail, Map.of());
    }

    @Override
    public Reply badParameter(Call call, String name, String detail) {
        return reply(400, call.requestId(), "Query parameter '" + name + "' " + detail, Map.of());
    }
}

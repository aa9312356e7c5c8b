package io.github.camelajo.simulator.internal.family.orchestrated;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.ErrorDialect;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Reply;

/**
 * Errors of the orchestrated campaign trigger.
 *
 * <p>Documented: the form and all CJMOC codes. Assumptions: {@code about:blank} as the type of errors without a code,
 * which are wrong bodies and parameters and a campaign that no signal triggers; 1001 for an unknown sandbox.</p>
 */
record OrchestratedCampaignErrors(InstantSource clock) implements ErrorDialect {

    private static final String CODES = "https://ns.adobe.com/aep/errors/CJMOC-";

    Reply coded(int number, int status, String message, String requestId, Map<String, String> context) {
        return reply(CODES + number + "-" + status, status, message, requestId, context);
    }

    Reply uncoded(String message, String requestId) {
        return reply("about:blank", 400, message, requestId, Map.of());
    }

    /** Returns the answer to a call without the right {@code x-api-version}: the form of the framework. */
    Reply noVersion(String id) {
        String path = "apis/orchestratedCampaigns/" + id + "/trigger";
        return Reply.json(
                404,
                Json.object()
                        .put("type", "about:blank")
                        .put("title", "Not found")
                        .put("status", 404)
                        .put("detail", "No static resource " + path + ".")
                        .put("instance", "/" + path));
    }

    private Reply reply(String type, int status, String message, String requestId, Map<String, String> context) {
        ObjectNode body = Json.object()
                .put("type", type)
                .put("title", message)
                .put("message", message)
                .put("status", status);
        ObjectNode report = body.putObject("report");
        report.putObject("tenantInfo")
                .put("requestId", requestId)
                .put("traceId", UUID.randomUUID().toString().replace("-", ""))
                .put("spanId", UUID.randomUUID().toString().replace("-", "").substring(16));
        context.forEach(report.putObject("additionalContext")::put);
        return Reply.json(status, body.put("at", clock.instant().toString()));
    }

    @Override
    public Reply unknownSandbox(Call call) {
        return coded(1001, 403, "Authorization error", call.requestId(), Map.of());
    }

    @Override
    public Reply forbidden(Call call, String detail) {
        return coded(1001, 403, "Authorization error", call.requestId(), Map.of());
    }

    @Override
    public Reply malformedJson(Call call, String detail) {
        return uncoded("The body is not valid JSON: " + detail, call.requestId());
    }

    @Override
    public Reply badParameter(Call call, String name, String detail) {
        return uncoded("Query parameter '" + name + "' " + detail, call.requestId());
    }
}

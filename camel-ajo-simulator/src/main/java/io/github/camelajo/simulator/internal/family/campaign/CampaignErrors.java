package io.github.camelajo.simulator.internal.family.campaign;

import java.time.InstantSource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.ErrorDialect;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.Reply;

/**
 * Errors of the campaign service.
 *
 * <p>Documented: the form, 403, 404 and 500, and CJMCMP-3001-400 for a wrong surface type. Assumptions: the other
 * numbers (1000 bad request, 1001 no access to the sandbox or the operation, 1002 not found), and 400 for wrong
 * parameters.</p>
 */
record CampaignErrors(InstantSource clock) implements ErrorDialect {

    Refusal refuse(int status, int number, String title, String message, String requestId) {
        return new Refusal(reply(status, number, title, message, requestId));
    }

    Refusal notFound(Call call, String what, String id) {
        return refuse(404, 1002, "Not found", "There is no " + what + " " + id, call.requestId());
    }

    private Reply reply(int status, int number, String title, String message, String requestId) {
        return Reply.json(status, notification(status, number, title, message, requestId, "ERROR"));
    }

    /** Returns the form of errors, which the findings before publication share. */
    ObjectNode notification(int status, int number, String title, String message, String requestId, String level) {
        String code = "CJMCMP-" + number + "-" + status;
        ObjectNode body = Json.object()
                .put("type", "https://ns.adobe.com/aep/errors/" + code)
                .put("title", title)
                .put("message", message)
                .put("status", status);
        ObjectNode report = body.putObject("report");
        report.putObject("tenantInfo").put("requestId", requestId);
        report.putObject("additionalContext").put("source", "CAMPAIGN").put("errorLevel", level);
        body.putArray("error-chain")
                .addObject()
                .put("serviceId", "cjm-campaign-service")
                .put("errorCode", code)
                .put("invokingServiceId", "cjm-campaign-service")
                .put("unixTimeStampMs", clock.instant().toEpochMilli());
        body.putObject("error").put("code", code).put("message", message);
        return body;
    }

    @Override
    public Reply unknownSandbox(Call call) {
        return reply(
                403,
                1001,
                "Permission denied",
                "Sandbox '" + call.sandbox().name() + "' is not accessible",
                call.requestId());
    }

    @Override
    public Reply forbidden(Call call, String detail) {
        return reply(403, 1001, "Permission denied", detail, call.requestId());
    }

    @Override
    public Reply badParameter(Call call, String name, String detail) {
        return reply(400, 1000, "Bad request", "Query parameter '" + name + "' " + detail, call.requestId());
    }
}

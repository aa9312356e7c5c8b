package io.github.camelajo.simulator;

import java.time.InstantSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Errors of proofs and previews.
 *
 * <p>Documented: the form, with {@code status} as text, and CJMPTS-1000-400 as a sample. Assumption: that number for every
 * status. Where the path is not known (bad JSON, parameters, sandboxes) it is left out.</p>
 */
record SimulationErrors(InstantSource clock) implements ErrorDialect {

    Refusal refuse(Call call, int status, String detail) {
        ObjectNode body = body(status, detail, call.requestId())
                .put("path", call.request().path());
        ObjectNode report = (ObjectNode) body.get("report");
        report.putObject("tenantInfo")
                .put("sandboxName", call.sandbox().name())
                .put("sandboxId", call.sandbox().id())
                .put("imsOrgId", call.organizationId());
        return new Refusal(Reply.json(status, body));
    }

    /** An error object, also inside the failures of a proof. */
    ObjectNode error(int status, String detail) {
        String code = "CJMPTS-1000-" + status;
        ObjectNode error = Json.object()
                .put("type", "https://ns.adobe.com/aep/errors/" + code)
                .put("title", title(status))
                .put("status", Integer.toString(status));
        error.putObject("report").putObject("additionalContext").put("detailedMessage", detail);
        error.putArray("error-chain")
                .addObject()
                .put("serviceId", "ptservice")
                .put("errorCode", code)
                .put("invokingServiceId", "cjm-ptservice")
                .put("unixTimeStampMs", clock.instant().toEpochMilli());
        return error;
    }

    private ObjectNode body(int status, String detail, String requestId) {
        ObjectNode body = error(status, detail);
        body.putArray("request-id").add(requestId);
        return body;
    }

    private static String title(int status) {
        return switch (status) {
            case 403 -> "Forbidden";
            case 404 -> "Not found";
            case 500 -> "Delivery failed";
            default -> "Bad request";
        };
    }

    @Override
    public Reply unknownSandbox(String requestId, String sandbox) {
        return Reply.json(403, body(403, "Sandbox '" + sandbox + "' is not accessible", requestId));
    }

    @Override
    public Reply forbidden(Call call, String detail) {
        return refuse(call, 403, detail).reply();
    }

    @Override
    public Reply malformedJson(String requestId, String detail) {
        return Reply.json(400, body(400, "The body is not valid JSON: " + detail, requestId));
    }

    @Override
    public Reply badParameter(String requestId, String name, String detail) {
        return Reply.json(400, body(400, "Query parameter '" + name + "' " + detail, requestId));
    }
}

package io.github.camelajo.simulator.internal.family.limits;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.ErrorDialect;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.Reply;

/**
 * Errors of the two services below {@code /journey/orchestration}.
 *
 * <p>Documented: the wrapper, the numeric codes, and the statuses of 1451, 1463, 1465 and 4000. Assumptions: the family
 * of every code except 1451; the form of the error for a bad payload, because the specification has a 500 without a
 * body, but public samples show this form, with the validation code as a text; {@code context}, a place in Adobe's
 * code, which is always the same here. The error for a missing permission has no code, because none is known.</p>
 *
 * @param asText      whether {@code error} is a text that contains JSON, as for throttling, or an object, as for
 *                    capping
 * @param payloadCode the code for a body with a wrong structure
 * @param syntaxCode  the code for a body that is not JSON
 */
record VoyagerErrors(boolean asText, String payloadCode, String syntaxCode) implements ErrorDialect {

    private static final String SERVICE = "vyg-authoring-api";
    private static final String VERSION = "5130a7e";
    private static final String PACKAGE = "com.adobe.voyager.service.authoring.restapis.v1_0.";

    Reply numbered(Call call, int status, int code, String message) {
        return wrap(call, status, Json.object().put("code", code), message);
    }

    Reply named(Call call, int status, String code, String message) {
        return wrap(call, status, Json.object().put("code", code), message);
    }

    Refusal badPayload(Call call, String detail) {
        return new Refusal(named(call, 500, payloadCode, detail));
    }

    private Reply wrap(Call call, int status, ObjectNode error, String message) {
        error.put("family", "INPUT_OUTPUT_ERROR")
                .put("message", message)
                .put("service", SERVICE)
                .put("version", VERSION)
                .put("context", PACKAGE + (asText ? "ThrottlingConfigService:214" : "EndpointConfigService:189"))
                .put("schema", call.organizationId() + "_" + call.sandbox().name() + "_journeyVersions");
        ObjectNode body = Json.object().put("status", status);
        if (asText) {
            body.put("error", Json.text(error));
        } else {
            body.set("error", error);
        }
        return Reply.json(status, body.put("requestId", call.requestId())).withContentType(Reply.JSON_UTF8);
    }

    @Override
    public Reply unknownSandbox(Call call) {
        return numbered(
                call, 500, 4000, "INTERNAL_ERROR: sandbox '" + call.sandbox().name() + "' could not be resolved");
    }

    @Override
    public Reply forbidden(Call call, String detail) {
        return wrap(call, 403, Json.object(), detail);
    }

    @Override
    public Reply malformedJson(Call call, String detail) {
        return named(call, 500, syntaxCode, "a JSON payload is expected: " + detail);
    }
}

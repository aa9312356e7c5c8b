package io.github.camelajo.simulator.internal.family.simulation;

import java.time.InstantSource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.ErrorBodies;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.UniformErrors;

/**
 * Errors of proofs and previews.
 *
 * <p>Documented: the form, with {@code status} as a text, and CJMPTS-1000-400 as a sample. Assumption: that number for
 * every status.</p>
 */
record SimulationErrors(InstantSource clock) implements UniformErrors {

    Refusal refuse(Call call, int status, String detail) {
        return new Refusal(refusal(call, status, detail));
    }

    @Override
    public Reply refusal(Call call, int status, String detail) {
        ObjectNode body = error(status, detail).put("path", call.request().path());
        body.putArray("request-id").add(call.requestId());
        body.withObject("/report").set("tenantInfo", ErrorBodies.tenantInfo(call));
        return Reply.json(status, body);
    }

    /** Returns an error object, which the failures of a proof contain too. */
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

    private static String title(int status) {
        return switch (status) {
            case 403 -> "Forbidden";
            case 404 -> "Not found";
            case 500 -> "Delivery failed";
            default -> "Bad request";
        };
    }

    @Override
    public Reply unknownSandbox(Call call) {
        return refusal(call, 403, "Sandbox '" + call.sandbox().name() + "' is not accessible");
    }
}

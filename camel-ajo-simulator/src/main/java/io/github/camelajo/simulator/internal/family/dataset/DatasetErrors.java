package io.github.camelajo.simulator.internal.family.dataset;

import java.time.InstantSource;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.ErrorDialect;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.Reply;

/**
 * Errors of the dataset extension.
 *
 * <p>Documented: the form, 100169 for an extension that is already enabled, and that {@code code} can then be 100193.
 * All other numbers are invented: 100100 bad request, 100101 unknown dataset, 100102 dataset that does not qualify,
 * 100103 unknown job, 100104 sandbox.</p>
 */
record DatasetErrors(InstantSource clock) implements ErrorDialect {

    private static final String PREFIX = "/ajo/relational";

    Refusal refuse(Call call, String number, String title, String message, Map<String, String> attributes) {
        return new Refusal(reply(call, 400, number, title, message, attributes));
    }

    /** As in Adobe's sample, {@code type} and {@code code} are different here. */
    Refusal enabled(Call call, String dataset) {
        ObjectNode body = body(
                        call,
                        400,
                        "100169",
                        "Extension already enabled on dataset",
                        "The orchestrated campaign extension is already enabled on dataset " + dataset + ".",
                        Map.of("dataset", dataset))
                .put("code", "CJMDMS-100193-400");
        return new Refusal(Reply.json(400, body));
    }

    private Reply reply(
            Call call, int status, String number, String title, String message, Map<String, String> attributes) {
        return Reply.json(status, body(call, status, number, title, message, attributes));
    }

    private ObjectNode body(
            Call call, int status, String number, String title, String message, Map<String, String> attributes) {
        String code = "CJMDMS-" + number + "-" + status;
        ObjectNode body = Json.object()
                .put("type", "http://ns.adobe.com/aep/errors/" + code)
                .put("title", title)
                .put("path", call.request().path().substring(PREFIX.length()))
                .put("status", status)
                .put("errorMessage", message)
                .put("unixTimeStampMs", clock.instant().toEpochMilli())
                .put("code", code);
        attributes.forEach(body.putObject("dynamicErrorAttributes")::put);
        return body;
    }

    @Override
    public Reply unknownSandbox(Call call) {
        String sandbox = call.sandbox().name();
        return reply(
                call,
                403,
                "100104",
                "Forbidden",
                "Sandbox " + sandbox + " is not accessible.",
                Map.of("sandbox", sandbox));
    }

    @Override
    public Reply malformedJson(Call call, String detail) {
        return reply(call, 400, "100100", "Bad request", "The body is not valid JSON: " + detail, Map.of());
    }

    @Override
    public Reply badParameter(Call call, String name, String detail) {
        return reply(
                call,
                400,
                "100100",
                "Bad request",
                "Query parameter '" + name + "' " + detail,
                Map.of("parameter", name));
    }
}

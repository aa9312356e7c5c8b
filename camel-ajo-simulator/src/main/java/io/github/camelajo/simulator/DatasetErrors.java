package io.github.camelajo.simulator;

import java.time.InstantSource;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Errors of the dataset extension.
 *
 * <p>Documented: the form, 100169 for an extension that is there already, and that {@code code} may then be 100193. The
 * numbers of all other errors are invented: 100100 bad request, 100101 unknown dataset, 100102 dataset without the means,
 * 100103 unknown job, 100104 sandbox.</p>
 */
record DatasetErrors(InstantSource clock) implements ErrorDialect {

    private static final String PREFIX = "/ajo/relational";

    Refusal refuse(Call call, String number, String title, String message, Map<String, String> attributes) {
        ObjectNode body = body(400, number, number, title, message, attributes)
                .put("path", call.request().path().substring(PREFIX.length()));
        return new Refusal(Reply.json(400, body));
    }

    /** As in Adobe's sample, {@code type} and {@code code} differ here. */
    Refusal enabled(Call call, String dataset) {
        ObjectNode body = body(
                        400,
                        "100169",
                        "100193",
                        "Extension already enabled on dataset",
                        "The orchestrated campaign extension is already enabled on dataset " + dataset + ".",
                        Map.of("dataset", dataset))
                .put("path", call.request().path().substring(PREFIX.length()));
        return new Refusal(Reply.json(400, body));
    }

    private ObjectNode body(
            int status, String number, String code, String title, String message, Map<String, String> attributes) {
        ObjectNode body = Json.object()
                .put("type", "http://ns.adobe.com/aep/errors/CJMDMS-" + number + "-" + status)
                .put("title", title)
                .put("status", status)
                .put("errorMessage", message)
                .put("unixTimeStampMs", clock.instant().toEpochMilli())
                .put("code", "CJMDMS-" + code + "-" + status);
        attributes.forEach(body.putObject("dynamicErrorAttributes")::put);
        return body;
    }

    @Override
    public Reply unknownSandbox(String requestId, String sandbox) {
        return Reply.json(
                403,
                body(
                        403,
                        "100104",
                        "100104",
                        "Forbidden",
                        "Sandbox " + sandbox + " is not accessible.",
                        Map.of("sandbox", sandbox)));
    }

    @Override
    public Reply malformedJson(String requestId, String detail) {
        return Reply.json(
                400, body(400, "100100", "100100", "Bad request", "The body is not valid JSON: " + detail, Map.of()));
    }

    @Override
    public Reply badParameter(String requestId, String name, String detail) {
        return Reply.json(
                400,
                body(
                        400,
                        "100100",
                        "100100",
                        "Bad request",
                        "Query parameter '" + name + "' " + detail,
                        Map.of("parameter", name)));
    }
}

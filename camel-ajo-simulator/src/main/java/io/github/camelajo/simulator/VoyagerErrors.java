package io.github.camelajo.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Errors of the two services below {@code /journey/orchestration}.
 *
 * <p>Documented: the wrapper, the numeric codes and the statuses of 1451, 1463, 1465 and 4000. Assumption: the family of
 * every code but 1451, and what a bad payload looks like (the specification promises a 500 without a body, public samples
 * show this form; the code is then the validation code as text).</p>
 *
 * @param asText      true if {@code error} is a text that holds JSON (throttling), false for an object (capping)
 * @param payloadCode code for a body of the wrong shape
 * @param syntaxCode  code for a body that is no JSON
 */
record VoyagerErrors(boolean asText, String payloadCode, String syntaxCode) implements ErrorDialect {

    private static final String SERVICE = "vyg-authoring-api";
    private static final String VERSION = "5130a7e";

    Reply numbered(int status, int code, String message, String requestId) {
        return wrap(status, Json.object().put("code", code), message, requestId);
    }

    Reply named(int status, String code, String message, String requestId) {
        return wrap(status, Json.object().put("code", code), message, requestId);
    }

    Refusal badPayload(String requestId, String detail) {
        return new Refusal(named(500, payloadCode, detail, requestId));
    }

    private Reply wrap(int status, ObjectNode error, String message, String requestId) {
        error.put("family", "INPUT_OUTPUT_ERROR")
                .put("message", message)
                .put("service", SERVICE)
                .put("version", VERSION);
        return ErrorBodies.voyager(status, error, asText, requestId);
    }

    @Override
    public Reply unknownSandbox(Call call) {
        return numbered(
                500,
                4000,
                "INTERNAL_ERROR: sandbox '" + call.sandbox().name() + "' could not be resolved",
                call.requestId());
    }

    @Override
    public Reply malformedJson(Call call, String detail) {
        return named(500, syntaxCode, "a JSON payload is expected: " + detail, call.requestId());
    }
}

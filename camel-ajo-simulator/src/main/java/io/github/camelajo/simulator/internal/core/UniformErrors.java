package io.github.camelajo.simulator.internal.core;

/** The errors of a service that uses one form for all refusals. Only status and text differ. */
public interface UniformErrors extends ErrorDialect {

    /** Returns the answer to a refused call. */
    Reply refusal(Call call, int status, String detail);

    @Override
    default Reply unknownSandbox(Call call) {
        return forbidden(
                call, "Sandbox '" + call.sandbox().name() + "' does not exist or the credential has no access to it");
    }

    @Override
    default Reply forbidden(Call call, String detail) {
        return refusal(call, 403, detail);
    }

    @Override
    default Reply malformedJson(Call call, String detail) {
        return refusal(call, 400, "The body is not valid JSON: " + detail);
    }

    @Override
    default Reply badContentType(Call call, int status, String detail) {
        return refusal(call, status, detail);
    }

    @Override
    default Reply badParameter(Call call, String name, String detail) {
        return refusal(call, 400, "Query parameter '" + name + "' " + detail);
    }
}

package io.github.camelajo.simulator.internal.family.loyalty;

import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.BodySchema;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.UniformErrors;

/**
 * The problem form of the loyalty service. Assumption: {@code properties.errors} contains the errors of fields, by
 * field.
 */
class LoyaltyErrors implements UniformErrors {

    static Refusal refuse(Call call, int status, String detail) {
        return new Refusal(reply(call, status, detail));
    }

    static Refusal notFound(Call call, String what) {
        return refuse(call, 404, what + " not found");
    }

    static Refusal conflict(Call call, String detail) {
        return refuse(call, 409, detail);
    }

    /** Accepts a body without problems. Refuses any other body. */
    static void check(Call call, int status, List<BodySchema.Problem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        String detail = problems.stream().map(BodySchema.Problem::message).collect(Collectors.joining("; "));
        ObjectNode body = problem(call, status, detail);
        ObjectNode errors = body.putObject("properties").putObject("errors");
        problems.forEach(problem -> errors.put(problem.field(), problem.message()));
        throw new Refusal(Reply.json(status, body));
    }

    private static Reply reply(Call call, int status, String detail) {
        return Reply.json(status, problem(call, status, detail));
    }

    /** The reference requires a complete URI as {@code instance}. */
    private static ObjectNode problem(Call call, int status, String detail) {
        return Json.object()
                .put("type", "about:blank")
                .put("title", title(status))
                .put("status", status)
                .put("detail", detail)
                .put("instance", "https://platform.adobe.io" + call.request().path());
    }

    private static String title(int status) {
        return switch (status) {
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 409 -> "Conflict";
            case 422 -> "Unprocessable Entity";
            default -> "Bad Request";
        };
    }

    @Override
    public Reply refusal(Call call, int status, String detail) {
        return reply(call, status, detail);
    }
}

package io.github.camelajo.simulator;

import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The problem form of the loyalty service. Assumption: field errors stand in {@code properties.errors}, by field. */
class LoyaltyErrors implements ErrorDialect {

    static Refusal refuse(Call call, int status, String detail) {
        return new Refusal(Reply.json(status, problem(status, detail).put("instance", instance(call))));
    }

    static Refusal notFound(Call call, String what) {
        return refuse(call, 404, what + " not found");
    }

    static Refusal conflict(Call call, String detail) {
        return refuse(call, 409, detail);
    }

    /** Lets a body without problems pass. */
    static void check(Call call, int status, List<Shapes.Problem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        String detail = problems.stream().map(Shapes.Problem::message).collect(Collectors.joining("; "));
        ObjectNode body = problem(status, detail).put("instance", instance(call));
        ObjectNode errors = body.putObject("properties").putObject("errors");
        problems.forEach(problem -> errors.put(problem.field(), problem.message()));
        throw new Refusal(Reply.json(status, body));
    }

    /** The reference wants a whole URI. */
    private static String instance(Call call) {
        return "https://platform.adobe.io" + call.request().path();
    }

    private static ObjectNode problem(int status, String detail) {
        return Json.object()
                .put("type", "about:blank")
                .put("title", title(status))
                .put("status", status)
                .put("detail", detail);
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
    public Reply unknownSandbox(String requestId, String sandbox) {
        return Reply.json(
                403, problem(403, "Sandbox '" + sandbox + "' does not exist or the credential has no access to it"));
    }

    @Override
    public Reply forbidden(Call call, String detail) {
        return refuse(call, 403, detail).reply();
    }

    @Override
    public Reply malformedJson(String requestId, String detail) {
        return Reply.json(400, problem(400, "The body is not valid JSON: " + detail));
    }

    @Override
    public Reply badParameter(String requestId, String name, String detail) {
        return Reply.json(400, problem(400, "Query parameter '" + name + "' " + detail));
    }
}

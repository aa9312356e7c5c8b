package io.github.camelajo.simulator.internal.family.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.ErrorDialect;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.Reply;

/** Errors of the event host: {@code {type, status, title, report {message}}}. With a 401 the status is a text. */
final class InletErrors implements ErrorDialect {

    static final InletErrors INSTANCE = new InletErrors();

    private static final String TYPE = "http://ns.adobe.com/adobecloud/problem/data-collection-service/inlet";
    private static final String AUTHORIZATION =
            "https://ns.adobe.com/adobecloud/problem/data-collection-service-authorization";

    private InletErrors() {}

    static Reply reply(int status, String title, ObjectNode report) {
        ObjectNode body = Json.object().put("type", TYPE).put("status", status).put("title", title);
        body.set("report", report);
        return Reply.json(status, body);
    }

    static Reply reply(int status, String title, String message) {
        return reply(status, title, Json.object().put("message", message));
    }

    static Refusal refuse(int status, String title, String message) {
        return new Refusal(reply(status, title, message));
    }

    static Reply unauthorized(String message) {
        ObjectNode body =
                Json.object().put("type", AUTHORIZATION).put("status", "401").put("title", "Authorization");
        body.putObject("report").put("message", message);
        return Reply.json(401, body);
    }

    @Override
    public Reply unknownSandbox(Call call) {
        return reply(
                403, "Forbidden", "Sandbox '" + call.sandbox().name() + "' does not exist or is not that of the inlet");
    }

    @Override
    public Reply malformedJson(Call call, String detail) {
        return reply(400, "Invalid XDM Message Format", "The body is not valid JSON: " + detail);
    }

    @Override
    public Reply badContentType(Call call, int status, String detail) {
        return reply(status, status == 415 ? "Unsupported Media Type" : "Bad Request", detail);
    }

    @Override
    public Reply badParameter(Call call, String name, String detail) {
        return reply(400, "Bad Request", "Query parameter '" + name + "' " + detail);
    }

    /** The host is not behind the gateway, so its errors never have the form of the gateway. */
    @Override
    public Reply injected(int status) {
        if (status < 400) {
            return Reply.empty(status);
        }
        return status == 401
                ? unauthorized("The simulator was told to answer 401")
                : reply(status, "Injected fault", "The simulator was told to answer " + status);
    }
}

package io.github.camelajo.simulator.internal.family.content;

import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.BodySchema;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.ErrorBodies;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.UniformErrors;

/**
 * The error form of the content service. A 404 has no body.
 *
 * <p>Assumptions: the code is CJMMAS-1149, a documented bad request, followed by the status. For a foreign sandbox and
 * a missing permission it is CJMMAS-1603.</p>
 */
final class ContentErrors implements UniformErrors {

    private static final String PREFIX = "/ajo/content";
    private static final String FORBIDDEN = "CJMMAS-1603-403";
    private static final String NAMESPACE = "https://ns.adobe.com/aep/errors/";

    static Refusal refuse(Call call, int status, String title, String detail) {
        return new Refusal(reply(call, "CJMMAS-1149-" + status, status, title, detail));
    }

    private static Reply reply(Call call, String code, int status, String title, String detail) {
        ObjectNode body = Json.object().put("path", call.request().path().substring(PREFIX.length()));
        body.setAll(error(call, code, status, title, detail));
        body.withObject("/report").set("tenantInfo", ErrorBodies.tenantInfo(call));
        return Reply.json(status, body);
    }

    static Refusal badRequest(Call call, String detail) {
        return refuse(call, 400, "Bad Request", detail);
    }

    /** Refuses a body with problems. Accepts any other body. */
    static void check(Call call, List<BodySchema.Problem> problems) {
        if (!problems.isEmpty()) {
            throw badRequest(
                    call, problems.stream().map(BodySchema.Problem::message).collect(Collectors.joining("; ")));
        }
    }

    /** Returns an error object, which the status of a publication contains too. */
    static ObjectNode error(Call call, String code, int status, String title, String detail) {
        ObjectNode body = Json.object();
        body.putArray("request-id").add(call.requestId());
        body.put("type", NAMESPACE + code).put("title", title).put("status", status);
        body.putObject("report").putObject("additionalContext").put("detailedMessage", detail);
        body.putArray("error-chain")
                .addObject()
                .put("serviceId", "contentservice")
                .put("errorCode", code)
                .put("invokingServiceId", "cjm-content-service")
                .put("unixTimeStampMs", call.receivedAt().toEpochMilli());
        return body;
    }

    @Override
    public Reply refusal(Call call, int status, String detail) {
        return status == 403
                ? reply(call, FORBIDDEN, status, "Forbidden", detail)
                : refuse(call, status, "Bad Request", detail).reply();
    }
}

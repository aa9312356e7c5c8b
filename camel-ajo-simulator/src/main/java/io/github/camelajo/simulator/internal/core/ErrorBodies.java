package io.github.camelajo.simulator.internal.core;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Error bodies that belong to no single service. */
public final class ErrorBodies {

    private ErrorBodies() {}

    /** Gateway form: a six digit code as text, its first three digits usually the status. */
    public static Reply gateway(int status, String code, String message) {
        return Reply.json(status, Json.object().put("error_code", code).put("message", message));
    }

    /** IMS form. */
    public static Reply ims(int status, String error, String description) {
        return Reply.json(status, Json.object().put("error", error).put("error_description", description))
                .with("Cache-Control", "no-store");
    }

    /** General Platform form. */
    public static Reply platform(int status, String title, String detail) {
        return Reply.json(
                status,
                Json.object()
                        .put("type", "about:blank")
                        .put("status", status)
                        .put("title", title)
                        .put("detail", detail));
    }

    /** The tenant as reports of errors name it; a sandbox that does not exist has no id. */
    public static ObjectNode tenantInfo(Call call) {
        ObjectNode tenant = Json.object().put("sandboxName", call.sandbox().name());
        if (call.sandbox().exists()) {
            tenant.put("sandboxId", call.sandbox().id());
        }
        return tenant.put("imsOrgId", call.organizationId());
    }

    /** The page the gateway shows for a path that leads nowhere: HTML, not JSON. */
    public static Reply noRoute() {
        return Reply.text(404, "text/html", """
                <html>
                <head><title>404 Not Found</title></head>
                <body><center><h1>404 Not Found</h1></center><hr><center>gateway</center></body>
                </html>
                """);
    }

    /**
     * What the gateway or the service behind it would say for a status nobody worked for: used by injected faults.
     * 401, 403, 429 and 503 get the gateway form, the others the Platform form.
     */
    public static Reply forStatus(int status) {
        return switch (status) {
            case 401 -> gateway(status, "401013", "Oauth token is not valid");
            case 403 -> gateway(status, "403003", "Api Key is invalid");
            case 429 -> gateway(status, "429050", "Too many requests");
            case 503 -> gateway(status, "503010", "Could not validate the oauth token");
            default ->
                status < 400
                        ? Reply.empty(status)
                        : platform(status, "Injected fault", "The simulator was told to answer " + status);
        };
    }

    /** The same for the login; its answer to too many token requests is not documented, so 429 has no body. */
    public static Reply imsForStatus(int status) {
        if (status < 400 || status == 429) {
            return Reply.empty(status);
        }
        return status >= 500
                ? ims(status, "internal_error", "Please try again later")
                : ims(status, "invalid_client", "invalid client_secret parameter");
    }
}

package io.github.camelajo.simulator.internal.core;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Error bodies that several services share. */
public final class ErrorBodies {

    private ErrorBodies() {}

    /** Returns the gateway form: a six-digit code as text, which usually begins with the status. */
    public static Reply gateway(int status, String code, String message) {
        return Reply.json(status, Json.object().put("error_code", code).put("message", message));
    }

    /** Returns the form of IMS. */
    public static Reply ims(int status, String error, String description) {
        return Reply.json(status, Json.object().put("error", error).put("error_description", description))
                .with("Cache-Control", "no-store");
    }

    /** Returns the general Platform form. */
    public static Reply platform(int status, String title, String detail) {
        return Reply.json(
                status,
                Json.object()
                        .put("type", "about:blank")
                        .put("status", status)
                        .put("title", title)
                        .put("detail", detail));
    }

    /** Returns the tenant as error reports show it. A sandbox that does not exist has no id. */
    public static ObjectNode tenantInfo(Call call) {
        ObjectNode tenant = Json.object().put("sandboxName", call.sandbox().name());
        if (call.sandbox().exists()) {
            tenant.put("sandboxId", call.sandbox().id());
        }
        return tenant.put("imsOrgId", call.organizationId());
    }

    /** Returns the gateway's page for an unknown path. It is HTML, not JSON. */
    public static Reply noRoute() {
        return Reply.text(404, "text/html", """
                <html>
                <head><title>404 Not Found</title></head>
                <body><center><h1>404 Not Found</h1></center><hr><center>gateway</center></body>
                </html>
                """);
    }

    /**
     * Returns what the gateway or the service behind it would answer with a status. Injected faults use it. 401, 403,
     * 429 and 503 have the gateway form, the others the Platform form.
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

    /**
     * Returns the same for the login. Its answer to too many token requests is not documented, so a 429 has no body.
     */
    public static Reply imsForStatus(int status) {
        if (status < 400 || status == 429) {
            return Reply.empty(status);
        }
        return status >= 500
                ? ims(status, "internal_error", "Please try again later")
                : ims(status, "invalid_client", "invalid client_secret parameter");
    }
}

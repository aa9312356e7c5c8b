package io.github.camelajo.benchmarks.client;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.internal.operation.OperationCatalog;

/** The call that all clients make: a POST of half a kilobyte of JSON whose answer is half a kilobyte, too. */
public final class Call {

    public static final String URI = "ajo:loyalty-task?operation=create";
    public static final String PATH =
            OperationCatalog.require("loyalty-task", "create").path();
    public static final String CONTENT_TYPE = "application/json";
    public static final String CLIENT_ID = "4f2e1a0b9c8d7e6f5a4b3c2d1e0f9a8b";
    public static final String CLIENT_SECRET = "p8e-not-a-secret";
    public static final String SCOPES = "openid,AdobeID,read_organizations,additional_info.projectedProductContext";
    public static final String ORGANIZATION = "1A2B3C4D5E6F7A8B9C0D1E2F@AdobeOrg";
    public static final String SANDBOX = "prod";
    public static final ObjectMapper MAPPER = new ObjectMapper();

    public static final String BODY = """
            {"name":"Buy three times","description":"Three purchases of at least 25 euros within a month earn a voucher",\
            "labels":["loyalty","spring"],"conditions":{"type":"purchase","count":3,"minimumAmount":25.5,"currency":"EUR",\
            "categories":["shoes","bags","jackets"],"stores":["Berlin","Paris","Milano","Wien"]},"reward":{"type":"voucher",\
            "value":10,"unit":"percent","validDays":90,"message":"Thank you! Here is your voucher"},"startDate":\
            "2026-03-01T00:00:00Z","endDate":"2026-05-31T23:59:59Z"}""";
    public static final byte[] BODY_BYTES = BODY.getBytes(StandardCharsets.UTF_8);

    public static final String MESSAGE_URI = "ajo:message?operation=triggerUnitary";
    public static final String MESSAGE_PATH =
            OperationCatalog.require("message", "triggerUnitary").path();

    private Call() {}

    /** The headers Adobe's gateway wants, without the token. */
    public static Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-api-key", CLIENT_ID);
        headers.put("x-gw-ims-org-id", ORGANIZATION);
        headers.put("x-sandbox-name", SANDBOX);
        headers.put("Cache-Control", "no-cache");
        headers.put("Accept", CONTENT_TYPE);
        headers.put("Content-Type", CONTENT_TYPE);
        return headers;
    }

    /** A token as long as Adobe's. */
    public static String bearer() {
        return "Bearer " + "eyJhbGciOiJSUzI1NiJ9".repeat(60);
    }

    /** A message to one recipient, as a route has it. */
    public static Map<String, Object> message() {
        return messageTo("somebody@example.com");
    }

    /** The same to somebody else: Adobe refuses a call that names a recipient twice. */
    public static Map<String, Object> messageTo(String userId) {
        Map<String, Object> recipient = new LinkedHashMap<>();
        recipient.put("type", "aep");
        recipient.put("userId", userId);
        recipient.put("namespace", "email");
        recipient.put("channelData", Map.of("emailAddress", "somebody@example.com"));
        recipient.put("context", Map.of("order", "4711", "amount", 25.5, "items", List.of("shoes", "bag")));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("requestId", "7f9c1a52-4f0e-4d0a-9d06-59d0e6b8a1c3");
        body.put("campaignId", "2c0f8a4e-3f17-4a1c-8a33-3f6f5f7f1c22");
        body.put("recipients", List.of(recipient));
        return body;
    }
}

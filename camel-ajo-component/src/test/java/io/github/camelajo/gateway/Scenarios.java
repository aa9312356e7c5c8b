package io.github.camelajo.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import static io.github.camelajo.gateway.Scenario.login;
import static io.github.camelajo.gateway.Scenario.row;
import static io.github.camelajo.gateway.Scripts.CONFIG;
import static io.github.camelajo.gateway.Scripts.JSON;
import static io.github.camelajo.gateway.Scripts.after;
import static io.github.camelajo.gateway.Scripts.answer;
import static io.github.camelajo.gateway.Scripts.before;
import static io.github.camelajo.gateway.Scripts.bytes;
import static io.github.camelajo.gateway.Scripts.encoded;
import static io.github.camelajo.gateway.Scripts.firstThen;
import static io.github.camelajo.gateway.Scripts.gzip;
import static io.github.camelajo.gateway.Scripts.html;
import static io.github.camelajo.gateway.Scripts.json;
import static io.github.camelajo.gateway.Scripts.ok;
import static io.github.camelajo.gateway.Scripts.packed;
import static io.github.camelajo.gateway.Scripts.raw;
import static io.github.camelajo.gateway.Scripts.rawThenClose;
import static io.github.camelajo.gateway.Scripts.rawThenReset;
import static io.github.camelajo.gateway.Scripts.status;

/**
 * What a gateway, a service, a proxy or a network can do to one call, and how the call ends: first a read, which is safe to
 * repeat, then a create, which is not. See {@link Outcome} for the words.
 */
final class Scenarios {

    private static final String HEAD = "HTTP/1.1 200 OK\nContent-Type: application/json\n";
    private static final String SENT_READ = "Transport sent retryable x1";
    private static final String SENT_CREATE = "Transport sent x1";
    // Depends on whether the client had begun to write by then.
    private static final String NEVER_READ = "Transport unsent retryable x0 | Transport sent retryable x0";
    private static final String LATE_READ = "Timeout sent retryable x1";
    private static final String LATE_CREATE = "Timeout sent x1";
    private static final String UNUSABLE = "InvalidResponse 200 x1";
    private static final String UNPACKED = "x".repeat(1000);

    private Scenarios() {}

    /** @param foreign address of a server that must never see a token */
    static Stream<Scenario> all(String foreign) {
        return Stream.of(
                        connections(),
                        heads(),
                        bodies(),
                        packing(),
                        slowness(),
                        informationAndRedirects(foreign),
                        refusals(),
                        limits(),
                        serverErrors(),
                        errorBodies(),
                        logins(foreign))
                .flatMap(List::stream);
    }

    private static List<Scenario> connections() {
        return List.of(
                row("answers as it should", ok(), "ok x1"),
                row("resets before it reads", before(Wire::reset), NEVER_READ, NEVER_READ + " | Transport sent x0"),
                row("closes before it reads", before(Wire::close), NEVER_READ, NEVER_READ + " | Transport sent x0"),
                row("resets after it has read", after(Wire::reset), SENT_READ, SENT_CREATE),
                row("closes after it has read", after(Wire::close), SENT_READ, SENT_CREATE),
                row("never answers", after(Wire::hang), LATE_READ, LATE_CREATE).with("responseTimeout=400"),
                row("accepts and never reads", before(Wire::hang), "Timeout sent retryable x0", "Timeout sent x0")
                        .with("responseTimeout=400"),
                row(
                        "says that it closes, and does",
                        raw("HTTP/1.1 200 OK\nConnection: close\nContent-Type: " + JSON + "\nContent-Length: "
                                + CONFIG.length() + "\n\n" + CONFIG),
                        "ok x1"),
                row(
                        "speaks HTTP/1.0",
                        rawThenClose("HTTP/1.0 200 OK\nContent-Type: " + JSON + "\n\n" + CONFIG),
                        "ok x1"),
                row(
                                "closes a kept connection when the next request is there",
                                after(Wire::close),
                                "Transport sent retryable x3",
                                "Transport sent x2")
                        .afterAGoodCall(),
                row("closes a kept connection once", firstThenOk(after(Wire::close)), "ok x3", "Transport sent x2")
                        .afterAGoodCall(),
                row("resets a kept connection once", firstThenOk(after(Wire::reset)), "ok x3", "Transport sent x2")
                        .afterAGoodCall());
    }

    /** For use after a good call: the second request is the first of these. */
    private static RawServer.Script firstThenOk(RawServer.Script second) {
        return (wire, request, number) -> (number == 2 ? second : ok()).answer(wire, request, number);
    }

    private static List<Scenario> heads() {
        return List.of(
                row("resets in the middle of the status line", rawThenReset("HTTP/1.1 20"), SENT_READ, SENT_CREATE),
                row("closes in the middle of the status line", rawThenClose("HTTP/1.1 20"), SENT_READ, SENT_CREATE),
                row("closes after the status line", rawThenClose("HTTP/1.1 200 OK\n"), SENT_READ, SENT_CREATE),
                row("resets in the middle of the headers", rawThenReset(HEAD + "X-Requ"), SENT_READ, SENT_CREATE),
                row("closes in the middle of the headers", rawThenClose(HEAD + "X-Requ"), SENT_READ, SENT_CREATE),
                row("closes between two headers", rawThenClose(HEAD), SENT_READ, SENT_CREATE),
                row("speaks something else", rawThenClose("220 mail.example.com ESMTP\n"), SENT_READ, SENT_CREATE),
                row(
                        "sends a line of garbage before the answer",
                        raw("garbage\n" + HEAD + "Content-Length: 2\n\n{}"),
                        SENT_READ,
                        SENT_CREATE),
                row(
                        "sends a status of one digit",
                        raw("HTTP/1.1 7 Odd\nContent-Length: 0\n\n"),
                        SENT_READ,
                        SENT_CREATE),
                row(
                        "answers with HTTP/2 in text",
                        raw("HTTP/2.0 200 OK\nContent-Length: 0\n\n"),
                        SENT_READ,
                        SENT_CREATE),
                row(
                        "sends headers without end",
                        after(wire -> {
                            wire.send("HTTP/1.1 200 OK\r\n");
                            wire.sendWithoutEnd("X-Filler: 0123456789\r\n");
                        }),
                        SENT_READ,
                        SENT_CREATE),
                row(
                        "sends one header without end",
                        after(wire -> {
                            wire.send("HTTP/1.1 200 OK\r\nX-Filler: ");
                            wire.sendWithoutEnd(UNPACKED);
                        }),
                        SENT_READ,
                        SENT_CREATE),
                row(
                        "names no length that is a number",
                        raw(HEAD + "Content-Length: many\n\n{}"),
                        SENT_READ,
                        SENT_CREATE),
                row(
                        "names two lengths",
                        raw(HEAD + "Content-Length: 2\nContent-Length: 2\n\n{}"),
                        SENT_READ,
                        SENT_CREATE),
                row("sends an unknown status of the second hundred", json(299, CONFIG), "ok x1"),
                row("sends a status beyond all", json(799, "{}"), "Server 799 retryable x1", "Server 799 x1"));
    }

    private static List<Scenario> bodies() {
        String tooLong = "{\"list\":[" + "\"0123456789\",".repeat(1000) + "1]}";
        String chunked = HEAD + "Transfer-Encoding: chunked\n\n";
        return List.of(
                row("sends chunks", raw(chunked + "4\n{\"ui\n6\nd\":1}\n\n0\n\n".replace("}\n\n", "}\n")), "ok x1"),
                row(
                        "resets in the middle of the body",
                        rawThenReset(HEAD + "Content-Length: 50\n\n{\"uid\":"),
                        SENT_READ,
                        SENT_CREATE),
                row(
                        "closes in the middle of the body",
                        rawThenClose(HEAD + "Content-Length: 50\n\n{\"uid\":"),
                        SENT_READ,
                        SENT_CREATE),
                row(
                                "names a length larger than the body and waits",
                                raw(HEAD + "Content-Length: 50\n\n{}"),
                                LATE_READ,
                                LATE_CREATE)
                        .with("responseTimeout=400"),
                row("closes in the middle of a chunk", rawThenClose(chunked + "20\n{\"uid\":"), SENT_READ, SENT_CREATE),
                row("closes between two chunks", rawThenClose(chunked + "7\n{\"uid\":\n"), SENT_READ, SENT_CREATE),
                row("forgets the last chunk", rawThenClose(chunked + "2\n{}\n"), SENT_READ, SENT_CREATE),
                row(
                        "sends a chunk of no size",
                        raw(chunked + "jane.doe@example.com\n{}\n0\n\n"),
                        SENT_READ,
                        SENT_CREATE),
                row(
                        "closes in the middle of JSON of no length",
                        rawThenClose(HEAD + "Connection: close\n\n{\"uid\":"),
                        UNUSABLE),
                row("sends half of the JSON as a whole", json(200, "{\"uid\":\"jane.doe@exa"), UNUSABLE),
                row("sends something behind the JSON", json(200, CONFIG + "x"), UNUSABLE),
                row("sends more than maxResponseSize", json(200, tooLong), UNUSABLE)
                        .with("maxResponseSize=5000"),
                row(
                                "sends JSON without end",
                                after(wire -> {
                                    wire.send((HEAD + "Transfer-Encoding: chunked\n\n").replace("\n", "\r\n"));
                                    wire.send("1\r\n[\r\n");
                                    wire.sendWithoutEnd("2\r\n1,\r\n");
                                }),
                                UNUSABLE)
                        .with("maxResponseSize=5000"),
                row(
                        "sends bad JSON and then more without end",
                        after(wire -> {
                            wire.send((HEAD + "Transfer-Encoding: chunked\n\n").replace("\n", "\r\n"));
                            wire.sendWithoutEnd("2\r\n}}\r\n");
                        }),
                        UNUSABLE),
                row("nests deeply", json(200, "[".repeat(100_000)), UNUSABLE),
                row("sends a number of 5000 digits", json(200, "[" + "1".repeat(5000) + "]"), UNUSABLE),
                row(
                                "sends another type than the record has",
                                json(200, "{\"result\":{\"methods\":{\"jane\":1}}}"),
                                "InvalidResponse x1",
                                "ok x1")
                        .with("outputType=pojo"),
                row("says text/plain", answer(200, "text/plain", CONFIG), UNUSABLE),
                row("says application/xml", answer(200, "application/xml", "<a/>"), UNUSABLE),
                row("says application/problem+json", answer(200, "application/problem+json", CONFIG), "ok x1"),
                row("says no media type", bytes(200, null, CONFIG.getBytes(StandardCharsets.UTF_8)), "ok x1"),
                row("sends the page of a proxy as a success", html(200), UNUSABLE),
                row("sends the page of a proxy where text is wanted", html(200), UNUSABLE)
                        .with("outputType=json"),
                row("sends nothing", status(200), UNUSABLE, "ok x1"),
                row("sends nothing where text is wanted", status(200), UNUSABLE, "ok x1")
                        .with("outputType=json"),
                row("sends blanks", json(200, "  \r\n "), UNUSABLE, "ok x1"),
                row("answers 204", raw("HTTP/1.1 204 No Content\n\n"), "ok x1"),
                row("answers 204 with a body", json(204, "{\"uid\":\"c-1\"}"), "ok x1"),
                row("answers 201 without a body", status(201, "Location: /x/c-1"), "ok x1"),
                row("marks the byte order", json(200, "\uFEFF" + CONFIG), "ok x1"),
                row("marks the byte order where text is wanted", json(200, "\uFEFF" + CONFIG), "ok x1")
                        .with("outputType=json"),
                row("sends UTF-16", encoded(200, JSON, CONFIG, StandardCharsets.UTF_16), "ok x1"),
                row(
                        "says ISO-8859-1 and sends UTF-8",
                        answer(200, JSON + ";charset=iso-8859-1", "{\"n\":\"Zoë\"}"),
                        "ok x1"),
                row("sends ISO-8859-1", encoded(200, JSON, "{\"n\":\"Zoë\"}", StandardCharsets.ISO_8859_1), UNUSABLE),
                row("says a charset that does not exist", answer(200, JSON + ";charset=utf-99", CONFIG), "ok x1"),
                row("says something that is no media type", answer(200, ";;;", CONFIG), "ok x1"),
                row("sends a key twice", json(200, "{\"uid\":\"a\",\"uid\":\"b\"}"), "ok x1"));
    }

    private static List<Scenario> packing() {
        byte[] whole = packed(CONFIG);
        return List.of(
                row("packs", gzip(200, whole), "ok x1"),
                row("packs wrongly", gzip(200, CONFIG.getBytes(StandardCharsets.UTF_8)), UNUSABLE),
                row("packs half", gzip(200, Arrays.copyOf(whole, whole.length / 2)), SENT_READ, SENT_CREATE),
                row("packs nothing", gzip(200, new byte[0]), UNUSABLE, "ok x1"),
                row("packs a bomb", gzip(200, packed("[1],", 20_000_000 / 4)), UNUSABLE)
                        .with("maxResponseSize=100000"),
                row("packs a bomb of blanks", gzip(200, packed(" ".repeat(1000), 20_000)), UNUSABLE)
                        .with("maxResponseSize=100000"),
                row(
                        "packs a bomb into an error",
                        gzip(500, packed(UNPACKED, 50_000)),
                        "Server 500 retryable x1",
                        "Server 500 x1"),
                row("packs an error wrongly", gzip(409, "no".getBytes(StandardCharsets.UTF_8)), "Conflict 409 x1"),
                row("says an encoding that does not exist", json(200, CONFIG, "Content-Encoding: zipped"), "ok x1"));
    }

    private static List<Scenario> slowness() {
        return List.of(
                row(
                                "drips the head",
                                after(wire ->
                                        wire.send("HTTP/1.1 200 OK\r\nX-Slow: ").drip("x")),
                                LATE_READ,
                                LATE_CREATE)
                        .with("requestTimeout=300"),
                row(
                                "drips headers",
                                after(wire -> wire.send("HTTP/1.1 200 OK\r\n").drip("X: y\r\n")),
                                LATE_READ,
                                LATE_CREATE)
                        .with("requestTimeout=300"),
                row(
                                "drips the body",
                                after(wire -> wire.send("HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n[")
                                        .drip("1,")),
                                LATE_READ,
                                LATE_CREATE)
                        .with("requestTimeout=300"),
                row(
                                "stops in the middle of the body",
                                after(wire -> wire.send("HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n[")
                                        .hang()),
                                LATE_READ,
                                LATE_CREATE)
                        .with("responseTimeout=400"),
                row(
                                "drips the body of an error",
                                after(wire -> wire.send("HTTP/1.1 500 No\r\nContent-Length: 99999\r\n\r\n{")
                                        .drip(" ")),
                                "Server 500 retryable x1",
                                "Server 500 x1")
                        .with("requestTimeout=300"),
                row(
                                "stops in the body of an error",
                                after(wire -> wire.send("HTTP/1.1 404 No\r\nContent-Length: 99999\r\n\r\n{")
                                        .hang()),
                                "NotFound 404 x1")
                        .with("responseTimeout=400"),
                row(
                        "sends an error without end",
                        after(wire -> {
                            wire.send("HTTP/1.1 500 No\r\nContent-Length: 999999999999\r\n\r\n");
                            wire.sendWithoutEnd(UNPACKED);
                        }),
                        "Server 500 retryable x1",
                        "Server 500 x1"),
                row("drips blank lines before the answer", after(wire -> wire.drip("\r\n")), SENT_READ, SENT_CREATE)
                        .with("requestTimeout=2000"));
    }

    private static List<Scenario> informationAndRedirects(String foreign) {
        String answer = HEAD + "Content-Length: " + CONFIG.length() + "\n\n" + CONFIG;
        String moved = "Location: " + foreign;
        return List.of(
                row("says 100 first", raw("HTTP/1.1 100 Continue\n\n" + answer), "ok x1"),
                row(
                        "says 102 and 103 first",
                        raw("HTTP/1.1 102 P\n\nHTTP/1.1 103 E\nLink: </x>\n\n" + answer),
                        "ok x1"),
                row("says 102 and closes", rawThenClose("HTTP/1.1 102 P\n\n"), SENT_READ, SENT_CREATE),
                row("says 102 for ever", after(wire -> wire.drip("HTTP/1.1 102 P\r\n\r\n")), LATE_READ, LATE_CREATE)
                        .with("requestTimeout=300"),
                row("changes to another protocol", raw("HTTP/1.1 101 S\nUpgrade: h2c\n\n"), SENT_READ, SENT_CREATE),
                row("301 to another host", status(301, moved), "Validation 301 x1"),
                row("302 to another host", status(302, moved), "Validation 302 x1"),
                row("303 to another host", status(303, moved), "Validation 303 x1"),
                row("307 to another host", status(307, moved), "Validation 307 x1"),
                row("308 to another host", status(308, moved), "Validation 308 x1"),
                row("302 to itself", status(302, "Location: /again"), "Validation 302 x1"),
                row("304", raw("HTTP/1.1 304 Not Modified\n\n"), "Validation 304 x1"),
                row("201 with the address of another host", json(201, CONFIG, moved), "ok x1"));
    }

    private static List<Scenario> refusals() {
        String code = "{\"error_code\":\"%s\",\"message\":\"no\"}";
        return List.of(
                row("400", status(400), "Validation 400 x1"),
                row(
                        "400 of a shape with a code",
                        json(400, "{\"type\":\"https://ns.adobe.com/aep/errors/MSG-000052-400\"}"),
                        "Validation 400 code=MSG-000052-400 x1"),
                row("401 for a token just got", status(401), "Authentication 401 x1"),
                row("401 for a token that was good, once", firstThenOk(json(401, code.formatted("401013"))), "ok x3")
                        .afterAGoodCall(),
                row("401 from now on", json(401, code.formatted("401013")), "Authentication 401 code=401013 x3")
                        .afterAGoodCall(),
                row("401 for the client", json(401, code.formatted("401014")), "Authentication 401 code=401014 x1"),
                row("401 for the scope", json(401, code.formatted("401015")), "Authentication 401 code=401015 x1"),
                row(
                        "401 and closes",
                        rawThenClose("HTTP/1.1 401 No\nConnection: close\nContent-Length: 0\n\n"),
                        "Authentication 401 x1"),
                row("403 without a key", json(403, code.formatted("403000")), "Authentication 403 code=403000 x1"),
                row("403 for a wrong key", json(403, code.formatted("403003")), "Authentication 403 code=403003 x1"),
                row("403 without a token", json(403, code.formatted("403010")), "Authentication 403 code=403010 x1"),
                row(
                        "403 for the organization",
                        json(403, code.formatted("403025")),
                        "Authentication 403 code=403025 x1"),
                row("403 for the region", json(403, code.formatted("403027")), "Authentication 403 code=403027 x1"),
                row(
                        "403 for the address of the caller",
                        json(403, code.formatted("403012")),
                        "Permission 403 code=403012 x1"),
                row(
                        "403 of a service",
                        json(403, "{\"type\":\"https://ns.adobe.com/aep/errors/CJMOC-1001-403\"}"),
                        "Permission 403 code=CJMOC-1001-403 x1"),
                row(
                        "403 of a gateway that cannot look",
                        json(403, code.formatted("503020")),
                        "Server 403 retryable code=503020 x1"),
                row("403 page of a proxy", html(403), "Permission 403 x1"),
                row(
                        "404 of a service",
                        json(404, "{\"type\":\"https://ns.adobe.com/aep/errors/CJMOC-1200-404\"}"),
                        "NotFound 404 code=CJMOC-1200-404 x1"),
                row("404 page of the gateway", html(404), "NotFound 404 x1"),
                row("405", status(405), "Validation 405 x1"),
                row("406", status(406), "Validation 406 x1"),
                row("407 of a proxy", status(407, "Proxy-Authenticate: Basic realm=\"p\""), "Validation 407 x1"),
                row("408", status(408), "Timeout 408 retryable x1", "Timeout 408 x1"),
                row("409", status(409), "Conflict 409 x1"),
                row("410", status(410), "NotFound 410 x1"),
                row("412", status(412), "Conflict 412 x1"),
                row("413", status(413), "Validation 413 x1"),
                row("413 before it has the body", inTheMiddleOfABody(), "Validation 413 x1"),
                row("417", status(417), "Validation 417 x1"),
                row("415", status(415), "Validation 415 x1"),
                row("422", status(422), "Validation 422 x1"));
    }

    private static RawServer.Script inTheMiddleOfABody() {
        return Scripts.inTheMiddle(
                wire -> wire.send("HTTP/1.1 413 Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                        .close());
    }

    private static List<Scenario> limits() {
        String guard = "{\"type\":\"https://ns.adobe.com/aep/errors/CJMOC-6104-429\",\"status\":429}";
        return List.of(
                row("429", status(429), "RateLimit 429 retryable x1"),
                row("429 with seconds", status(429, "Retry-After: 7"), "RateLimit 429 retryable wait=7 x1"),
                row(
                        "429 with seconds and a unit",
                        status(429, "Retry_After: 300s"),
                        "RateLimit 429 retryable wait=300 x1"),
                row(
                        "429 with a date",
                        status(429, "Retry-After: Fri, 31 Dec 2100 23:59:59 GMT"),
                        "RateLimit 429 retryable wait=? x1"),
                row(
                        "429 with a date that has passed",
                        status(429, "Retry-After: Fri, 31 Dec 1999 23:59:59 GMT"),
                        "RateLimit 429 retryable wait=0 x1"),
                row("429 with 0", status(429, "Retry-After: 0"), "RateLimit 429 retryable wait=0 x1"),
                row("429 with less than nothing", status(429, "Retry-After: -5"), "RateLimit 429 retryable x1"),
                row(
                        "429 with a year",
                        status(429, "Retry-After: 31536000"),
                        "RateLimit 429 retryable wait=31536000 x1"),
                row(
                        "429 with more digits than a number has",
                        status(429, "Retry-After: " + "9".repeat(40)),
                        "RateLimit 429 retryable wait=? x1"),
                row("429 with garbage", status(429, "Retry-After: soon"), "RateLimit 429 retryable x1"),
                row(
                        "429 of the gateway",
                        json(429, "{\"error_code\":\"429050\",\"message\":\"x\"}", "Retry-After: 3"),
                        "RateLimit 429 retryable code=429050 wait=3 x1"),
                row(
                        "429 of a rule of the business",
                        json(429, guard, "Retry-After: 1534"),
                        "Guardrail 429 code=CJMOC-6104-429 wait=1534 x1"),
                row(
                                "429 of a rule of the business, though repeats are allowed",
                                json(429, guard, "Retry-After: 1"),
                                "Guardrail 429 code=CJMOC-6104-429 wait=1 x1")
                        .with("maxRetries=3"),
                row(
                                "429 and a longer wait than maxRetryAfter",
                                status(429, "Retry-After: 61"),
                                "RateLimit 429 retryable wait=61 x1")
                        .with("maxRetries=3"));
    }

    private static List<Scenario> serverErrors() {
        return List.of(
                row("500", status(500), "Server 500 retryable x1", "Server 500 x1"),
                row(
                        "500 that is a validation error",
                        json(500, "{\"error\":{\"code\":1451}}"),
                        "Conflict 500 code=1451 x1"),
                row("502 page of a proxy", html(502), "Server 502 retryable x1", "Server 502 x1"),
                row("503", status(503), "Server 503 retryable x1", "Server 503 x1"),
                row("503 with a wait", status(503, "Retry-After: 9"), "Server 503 retryable wait=9 x1"),
                row(
                        "503 of the gateway",
                        json(503, "{\"error_code\":\"503071\"}", "Retry_After: 300s"),
                        "Server 503 retryable code=503071 wait=300 x1"),
                row("504", status(504), "Server 504 retryable x1", "Server 504 x1"),
                row("500 once, and repeats are allowed", firstThen(status(500), ok()), "ok x2", "Server 500 x1")
                        .with("maxRetries=1"),
                row("500 always, and repeats are allowed", status(500), "Server 500 retryable x2", "Server 500 x1")
                        .with("maxRetries=1"),
                row("resets once, and repeats are allowed", firstThen(after(Wire::reset), ok()), "ok x2", SENT_CREATE)
                        .with("maxRetries=1"));
    }

    /** The shapes of Adobe's errors, and what none of them is. */
    private static List<Scenario> errorBodies() {
        String deep = "{\"a\":".repeat(50_000);
        return Stream.of(
                        body("of the gateway", "{\"error_code\":\"400003\",\"message\":\"m\"}", "code=400003"),
                        body(
                                "of the login",
                                "{\"error\":\"invalid_scope\",\"error_description\":\"d\"}",
                                "code=invalid_scope"),
                        body(
                                "of capping",
                                "{\"status\":500,\"error\":{\"code\":4000,\"message\":\"m\"},\"requestId\":\"r\"}",
                                "code=4000"),
                        body("of throttling, with JSON in a text", "{\"error\":\"{\\\"code\\\":4000}\"}", "code=4000"),
                        body("of canDeploy", "{\"validationStatus\":\"error\",\"reason\":\"r\",\"errors\":[]}", ""),
                        body("of journeys", "{\"reason\":\"r\",\"message\":\"m\"}", ""),
                        body(
                                "of campaigns",
                                "{\"type\":\"t\",\"title\":\"x\",\"error-chain\":[{\"errorCode\":\"CJMCMP-1-500\"}]}",
                                "code=CJMCMP-1-500"),
                        body(
                                "of messages",
                                "{\"type\":\"https://ns.adobe.com/aep/errors/MSG-000001-500\",\"status\":500}",
                                "code=MSG-000001-500"),
                        body(
                                "of content",
                                "{\"path\":\"p\",\"request-id\":[\"r\"],\"type\":\"https://x/CJMMAS-1-500\"}",
                                "code=CJMMAS-1-500"),
                        body(
                                "of simulations",
                                "{\"type\":\"https://x/CJMPTS-1-500\",\"status\":\"500\"}",
                                "code=CJMPTS-1-500"),
                        body("of datasets", "{\"errorMessage\":\"m\",\"code\":\"CJMDMS-1-500\"}", "code=CJMDMS-1-500"),
                        body(
                                "of orchestrated campaigns",
                                "{\"type\":\"https://x/CJMOC-1-500\",\"report\":{\"tenantInfo\":{}}}",
                                "code=CJMOC-1-500"),
                        body(
                                "of a wrong x-api-version",
                                "{\"type\":\"about:blank\",\"title\":\"t\",\"detail\":\"d\"}",
                                ""),
                        body("of loyalty", "{\"type\":\"about:blank\",\"properties\":{\"a\":1}}", ""),
                        body(
                                "of loyalty journeys",
                                "{\"error\":\"Bad Request\",\"errors\":[{\"field\":\"f\",\"code\":\"c\"}]}",
                                ""),
                        body("of the platform", "{\"errorMessage\":\"m\"}", ""),
                        body("that is a list", "[1,2]", ""),
                        body("that is a text", "\"no\"", ""),
                        body("that is cut off", "{\"error_code\":\"4000", ""),
                        body("that marks the byte order", "\uFEFF{\"error_code\":\"400003\"}", "code=400003"),
                        body("that nests deeply", deep, ""),
                        body("with a key twice", "{\"code\":\"a\",\"code\":\"b\"}", "code=b"),
                        body("of odd types", "{\"code\":{\"a\":1},\"message\":[1],\"error\":7,\"errors\":{}}", ""))
                .toList();
    }

    private static Scenario body(String name, String body, String code) {
        String middle = code.isEmpty() ? "" : code + " ";
        return row(
                "500 with a body " + name,
                json(500, body),
                "Server 500 retryable " + middle + "x1",
                "Server 500 " + middle + "x1");
    }

    private static List<Scenario> logins(String foreign) {
        String token = "\"access_token\":\"token-1\",\"token_type\":\"bearer\"";
        return List.of(
                login("sends a page", html(200), "InvalidResponse 200 x0"),
                login("sends nothing", status(200), "InvalidResponse 200 x0"),
                login("sends a list", json(200, "[]"), "InvalidResponse 200 x0"),
                login("sends half", json(200, "{\"access_token\":\"tok"), "InvalidResponse 200 x0"),
                login("forgets the token", json(200, "{\"expires_in\":86399}"), "InvalidResponse 200 x0"),
                login(
                        "sends a token with a line break",
                        json(200, "{\"access_token\":\"a\\r\\nX: y\"}"),
                        "InvalidResponse 200 x0"),
                login(
                        "sends another kind of token",
                        json(200, "{\"access_token\":\"a\",\"token_type\":\"mac\"}"),
                        "InvalidResponse 200 x0"),
                login(
                        "sends a token that is over",
                        json(200, "{" + token + ",\"expires_in\":0}"),
                        "InvalidResponse 200 x0"),
                login(
                        "sends a token that was over long ago",
                        json(200, "{" + token + ",\"expires_in\":-1}"),
                        "InvalidResponse 200 x0"),
                login("does not say how long a token lives", json(200, "{" + token + "}"), "ok x1"),
                login("says it in milliseconds", json(200, "{" + token + ",\"expires_in\":86399000}"), "ok x1"),
                login("says it in words", json(200, "{" + token + ",\"expires_in\":\"a day\"}"), "ok x1"),
                login("says it as text", json(200, "{" + token + ",\"expires_in\":\"86399\"}"), "ok x1"),
                login(
                        "refuses the secret",
                        json(400, "{\"error\":\"invalid_client\"}"),
                        "Authentication 400 code=invalid_client x0"),
                login(
                        "refuses with 401",
                        json(401, "{\"error\":\"invalid_client\"}"),
                        "Authentication 401 code=invalid_client x0"),
                login(
                        "refuses under the status of a success",
                        json(200, "{\"error\":\"invalid_scope\"}"),
                        "Authentication 200 code=invalid_scope x0"),
                login("is a page that is forbidden", html(403), "Authentication 403 x0"),
                login("redirects to another host", status(302, "Location: " + foreign), "Authentication 302 x0"),
                login("wants fewer requests", status(429, "Retry-After: 120"), "RateLimit 429 retryable wait=120 x0"),
                login("is down for a while", status(503, "Retry-After: 120"), "Server 503 retryable wait=120 x0"),
                login("sends more than a token needs", json(200, " ".repeat(70_000)), "Transport unsent retryable x0"),
                login("is down", status(500), "Server 500 retryable x0"),
                login("resets", after(Wire::reset), "Transport unsent retryable x0"),
                login("closes", after(Wire::close), "Transport unsent retryable x0"),
                login(
                        "stops in the middle",
                        rawThenClose(HEAD + "Content-Length: 900\n\n{"),
                        "Transport unsent retryable x0"),
                login("fails once", firstThen(after(Wire::reset), Scripts.login()), "ok x1"),
                login("packs a bomb", gzip(200, packed(" ".repeat(1000), 20_000)), "Transport unsent retryable x0"),
                login(
                        "packs wrongly",
                        gzip(200, "x".getBytes(StandardCharsets.UTF_8)),
                        "Transport unsent retryable x0"));
    }
}

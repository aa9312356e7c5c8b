package io.github.camelajo.simulator;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Uses raw sockets, because a client library does not send what a browser sends for a foreign page. */
class AdminDoorTest {

    private static final String JSON = "Content-Type: application/json";

    private static AjoSimulator simulator;
    private static TestClient client;

    @BeforeAll
    static void start() {
        simulator =
                AjoSimulator.builder().adminHosts(List.of("Sim.Example.com")).start();
        client = TestClient.of(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static String host() {
        return "Host: localhost:" + simulator.port();
    }

    private static String send(String line, String body, String... headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", simulator.port())) {
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            String head = line + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                    + "\r\nConnection: close\r\nContent-Length: " + content.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(content);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring(9, 12));
    }

    private static String expireTokens(String... headers) throws IOException {
        return send("POST /__admin/ajo/expire-tokens", "{}", headers);
    }

    private static void assertThatNothingHappened() {
        assertThat(client.get("/ajo/im/health").status()).isEqualTo(200);
        assertThat(simulator.isRunning()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://evil.example",
                "Origin: null",
                "Origin: http://localhost",
                "Origin: http://localhost:1",
                "Origin: file://",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void aForeignPageCanNeitherWriteNorRead(String header) throws IOException {
        String written = expireTokens(host(), JSON, header);
        String read = send("GET /__admin/ajo/requests", "", host(), header);

        assertThat(status(written)).isEqualTo(403);
        assertThat(status(read)).isEqualTo(403);
        assertThatNothingHappened();
    }

    @Test
    void aPreflightRequestOfAForeignPageIsRefused() throws IOException {
        String asked = send(
                "OPTIONS /__admin/ajo/expire-tokens",
                "",
                host(),
                "Origin: https://evil.example",
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: content-type");

        assertThat(status(asked)).isGreaterThanOrEqualTo(400);
        assertThat(asked).doesNotContainIgnoringCase("access-control-allow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/plain; application/json"
            })
    void aChangeMustBeJsonWhichAFormInABrowserCannotSend(String type) throws IOException {
        assertThat(status(expireTokens(host(), "Content-Type: " + type))).isEqualTo(415);
        assertThat(status(expireTokens(host()))).isEqualTo(415);
        assertThatNothingHappened();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8088",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "a.test.com"
            })
    void aHostNameFromThePublicInternetIsRefused(String name) throws IOException {
        assertThat(status(send("GET /__admin/ajo/state", "", "Host: " + name))).isEqualTo(403);
        assertThat(status(expireTokens("Host: " + name, JSON, "Origin: http://" + name)))
                .isEqualTo(403);
        assertThatNothingHappened();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "ajo-simulator:8080",
                "192.168.1.7:8088",
                "[::1]:8088",
                "a.localhost",
                "host.docker.internal:8088",
                "sim.ns.svc.cluster.local",
                "sim.example.com"
            })
    void privateAndAllowedHostNamesAreAccepted(String name) throws IOException {
        assertThat(status(send("GET /__admin/ajo/state", "", "Host: " + name))).isEqualTo(200);
        assertThat(status(send("GET /__admin/ajo/state", "", "Host: " + name, "Origin: http://" + name)))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "PURGE"})
    void aMethodWithoutAnyAdminCallIsRefusedWithAMessage(String method) throws IOException {
        String answer = send(method + " /__admin/ajo/latency", "{}", host(), JSON);

        assertThat(status(answer)).isEqualTo(405);
        assertThat(answer).contains("\"error\"", "GET, POST, PUT and DELETE");
    }

    @Test
    void thePageCanMakeChangesBehindAProxyWithHttps() throws IOException {
        String answer = send(
                "POST /__admin/ajo/latency",
                "{\"milliseconds\": 0}",
                "Host: sim.example.com",
                JSON,
                "Origin: https://sim.example.com",
                "Sec-Fetch-Site: same-origin");

        assertThat(status(answer)).isEqualTo(200);
    }

    @Test
    void aCallNeedsExactlyOneHostHeader() throws IOException {
        assertThat(status(send("GET /__admin/ajo/state", "", "X-Other: 1"))).isEqualTo(400);
        assertThat(status(send("GET /__admin/ajo/state", "", host(), "Host: evil.example")))
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /__admin/shutdown",
                "POST /__admin/reset",
                "POST /__admin/mappings",
                "DELETE /__admin/mappings",
                "POST /__admin/mappings/reset",
                "GET /__admin/mappings",
                "GET /__admin/requests",
                "POST /__admin/settings",
                "POST /__admin/recordings/start",
                "GET /__admin/files",
                "GET /__admin/docs",
                "GET /__admin/version",
                "GET /__admin/",
                "POST /__admin/ajo/../shutdown",
                "POST /__admin//shutdown",
                "POST /__admin/ajo/%2e%2e/shutdown"
            })
    void theAdminCallsOfWireMockAreClosed(String line) throws IOException {
        assertThat(status(send(line, "{}", host(), JSON))).isBetween(400, 499);
        assertThatNothingHappened();
    }

    @Test
    void healthIsOpen() throws IOException {
        assertThat(status(send("GET /__admin/health", "", host()))).isEqualTo(200);
    }

    @Test
    void simulatedCallsAreAcceptedUnderAnyHostName() throws IOException {
        String answer = send(
                "GET /ajo/im/health",
                "",
                "Host: platform.adobe.io",
                "Origin: https://evil.example",
                "Authorization: Bearer " + simulator.issuedTokens().iterator().next(),
                "x-api-key: " + simulator.clientId(),
                "x-gw-ims-org-id: " + simulator.organizationId(),
                "x-sandbox-name: " + AjoSimulator.DEVELOPMENT_SANDBOX);
        assertThat(status(answer)).isEqualTo(200);
    }

    @Test
    void itListensOnThisMachineOnly() {
        assertThat(simulator.baseUrl()).startsWith("http://localhost:");
    }
}

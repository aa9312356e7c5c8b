package io.github.camelajo.simulator;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The files of the page as a browser gets them. Browser tests check how they behave. */
class PageTest {

    private static final List<String> FILES = List.of(
            "/",
            "/page/page.css",
            "/page/icon.svg",
            "/page/page.js",
            "/page/dom.js",
            "/page/client.js",
            "/page/calls.js",
            "/page/panels.js",
            "/page/data.js");

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(1));

    private final AjoSimulator simulator = AJO.simulator();

    private String send(String line, String... headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", simulator.port())) {
            String head = line + " HTTP/1.1\r\nConnection: close\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String host() {
        return "Host: localhost:" + simulator.port();
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring(9, 12));
    }

    @Test
    void everyFileHasAPolicyThatForbidsOtherAddresses() throws IOException {
        for (String file : FILES) {
            String answer = send("GET " + file, host());
            assertThat(status(answer)).as(file).isEqualTo(200);
            assertThat(answer)
                    .contains("Content-Security-Policy: default-src 'self'; ")
                    .contains("frame-ancestors 'none'")
                    .contains("X-Content-Type-Options: nosniff")
                    .contains("Cache-Control: no-store")
                    .doesNotContain("Access-Control-Allow-Origin")
                    .doesNotContain("unsafe-inline");
        }
    }

    @Test
    void itIsSmallAndNeverTurnsTextsIntoMarkup() throws IOException {
        int size = 0;
        for (String file : FILES) {
            String answer = send("GET " + file, host());
            String text = answer.substring(answer.indexOf("\r\n\r\n") + 4);
            size += text.length();
            assertThat(text)
                    .as(file)
                    .doesNotContain(
                            "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(")
                    .doesNotContainPattern("\\son[a-z]+=\"")
                    .doesNotContain("<style", "style=\"", "https://")
                    .doesNotContainPattern("http://(?!www\\.w3\\.org/)");
        }
        assertThat(size).isLessThan(60 * 1024);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: evil.example", "Host: localhost.evil.example:80"})
    void itIsRefusedUnderAHostNameFromThePublicInternet(String host) throws IOException {
        for (String file : FILES) {
            assertThat(status(send("GET " + file, host))).as(file).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/             | navigate    | document | cross-site  | 200",
                "/             | navigate    | document | none        | 200",
                "/             | navigate    | iframe   | cross-site  | 403",
                "/             | cors        | empty    | cross-site  | 403",
                "/             | no-cors     | script   | same-site   | 403",
                "/page/page.js | cors        | script   | same-origin | 200",
                "/page/page.js | no-cors     | script   | cross-site  | 403",
                "/page/page.js | navigate    | document | cross-site  | 403"
            })
    void aLinkCanLeadToItButNoForeignPageCanReadIt(String path, String mode, String to, String site, int status)
            throws IOException {
        String answer = send(
                "GET " + path, host(), "Sec-Fetch-Mode: " + mode, "Sec-Fetch-Dest: " + to, "Sec-Fetch-Site: " + site);

        assertThat(status(answer)).isEqualTo(status);
    }

    @Test
    void aForeignOriginIsRefused() throws IOException {
        assertThat(status(send("GET /", host(), "Origin: https://evil.example")))
                .isEqualTo(403);
        assertThat(status(send("GET /", host(), "Origin: null"))).isEqualTo(403);
    }

    @Test
    void itsRequestsAreNotCountedAndFaultsDoNotAffectThem() throws IOException {
        simulator.failNext(1, 500);
        int before = simulator.requests().size();

        assertThat(status(send("GET /?from=somewhere", host()))).isEqualTo(200);
        assertThat(simulator.requests()).hasSize(before);
    }

    @Test
    void theGatewayAnswersOtherMethodsAndPaths() throws IOException {
        assertThat(status(send("POST /", host(), "Content-Length: 0"))).isEqualTo(404);
        assertThat(status(send("GET /page/../page/page.js", host()))).isBetween(400, 499);
        assertThat(status(send("GET /page/other.js", host()))).isEqualTo(404);
        assertThat(status(send("GET /page/", host()))).isEqualTo(404);
    }
}

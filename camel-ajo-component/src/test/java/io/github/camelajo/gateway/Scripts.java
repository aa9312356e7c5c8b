package io.github.camelajo.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

import io.github.camelajo.gateway.RawServer.Script;

/** What servers, proxies and networks do. */
final class Scripts {

    static final String CONFIG = "{\"result\":{\"uid\":\"c-1\",\"name\":\"orders\"}}";
    static final String JSON = "application/json";

    private Scripts() {}

    /** The second half of a script that needs to see the connection only. */
    @FunctionalInterface
    interface OnWire {
        void play(Wire wire) throws IOException;
    }

    static Script after(OnWire reading) {
        return (wire, request, number) -> reading.play(wire);
    }

    /** Acts before anything is read. */
    static Script before(OnWire reading) {
        return new Script() {
            @Override
            public boolean accepts(Wire wire) throws IOException {
                reading.play(wire);
                return false;
            }

            @Override
            public void answer(Wire wire, Received request, int number) {
                throw new IllegalStateException("nothing is read");
            }
        };
    }

    /** Acts when the head is there and the body is not. */
    static Script inTheMiddle(OnWire reading) {
        return new Script() {
            @Override
            public boolean headOnly() {
                return true;
            }

            @Override
            public void answer(Wire wire, Received request, int number) throws IOException {
                reading.play(wire);
            }
        };
    }

    static Script raw(String answer) {
        return after(wire -> wire.send(answer.replace("\n", "\r\n")));
    }

    /** Sends a part and then breaks the connection. */
    static Script rawThenReset(String answer) {
        return after(wire -> wire.send(answer.replace("\n", "\r\n")).reset());
    }

    static Script rawThenClose(String answer) {
        return after(wire -> wire.send(answer.replace("\n", "\r\n")).close());
    }

    static Script status(int status, String... headers) {
        return answer(status, JSON, "", headers);
    }

    static Script json(int status, String body, String... headers) {
        return answer(status, JSON, body, headers);
    }

    static Script html(int status) {
        return answer(status, "text/html; charset=utf-8", "<html><body>Proxy of jane.doe@example.com</body></html>");
    }

    static Script answer(int status, String type, String body, String... headers) {
        return bytes(status, type, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    static Script encoded(int status, String type, String body, Charset charset) {
        return bytes(status, type, body.getBytes(charset));
    }

    static Script bytes(int status, String type, byte[] body, String... headers) {
        return after(wire -> wire.send(whole(status, type, body, headers)));
    }

    static Script gzip(int status, byte[] packed) {
        return bytes(status, JSON, packed, "Content-Encoding: gzip");
    }

    private static byte[] whole(int status, String type, byte[] body, String... headers) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\n");
        if (type != null) {
            head.append("Content-Type: ").append(type).append("\r\n");
        }
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        answer.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        answer.writeBytes(body);
        return answer.toByteArray();
    }

    /** An answer and something on top, in one piece: what comes later can come after the next request has left. */
    static Script jsonAnd(String body, String more) {
        return after(wire -> wire.send(
                new String(whole(200, JSON, body.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8) + more));
    }

    static Script ok() {
        return json(200, CONFIG);
    }

    /** Plays one script for the first request and another for the rest. */
    static Script firstThen(Script first, Script rest) {
        return (wire, request, number) -> (number == 1 ? first : rest).answer(wire, request, number);
    }

    static byte[] packed(String text) {
        return packed(text, 1);
    }

    /** A text many times over, packed. */
    static byte[] packed(String text, int times) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            byte[] once = text.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < times; i++) {
                gzip.write(once);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static String token(int number) {
        return "{\"access_token\":\"token-" + number + "\",\"token_type\":\"bearer\",\"expires_in\":86399}";
    }

    /** A login as it should be. */
    static Script login() {
        return (wire, request, number) ->
                wire.send(whole(200, JSON, token(number).getBytes(StandardCharsets.UTF_8)));
    }
}

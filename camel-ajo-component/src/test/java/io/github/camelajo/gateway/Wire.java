package io.github.camelajo.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The server's end of one connection, byte by byte. */
final class Wire {

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private Consumer<String> listener = sent -> {};

    Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /** Tells what is sent. */
    Wire telling(Consumer<String> to) {
        listener = to;
        return this;
    }

    /** The next request with all of its body, {@code null} when there is none. */
    Received read() throws IOException {
        Received head = readHead();
        return head == null ? null : new Received(head.line(), head.headers(), readBody(head));
    }

    /** The head alone; the body stays on the line. */
    Received readHead() throws IOException {
        String line = line();
        if (line == null) {
            return null;
        }
        Map<String, String> headers = new HashMap<>();
        String header;
        while ((header = line()) != null && !header.isEmpty()) {
            int colon = header.indexOf(':');
            if (colon < 0) {
                // No HTTP; TLS, for example.
                return null;
            }
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).trim());
        }
        return new Received(line, headers, new byte[0]);
    }

    private byte[] readBody(Received head) throws IOException {
        String length = head.header("content-length");
        if (length != null) {
            return in.readNBytes(Integer.parseInt(length));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (head.header("transfer-encoding") != null) {
            String size;
            while ((size = line()) != null && Integer.parseInt(size, 16) > 0) {
                body.write(in.readNBytes(Integer.parseInt(size, 16)));
                line();
            }
            line();
        }
        return body.toByteArray();
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b;
        while ((b = in.read()) >= 0 && b != '\n') {
            if (b != '\r') {
                line.write(b);
            }
        }
        return b < 0 && line.size() == 0 ? null : line.toString(StandardCharsets.ISO_8859_1);
    }

    /** Some bytes of the body, read and thrown away. */
    void skip(int bytes) throws IOException {
        in.readNBytes(bytes);
    }

    Wire send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    Wire send(byte[] bytes) throws IOException {
        listener.accept(new String(bytes, StandardCharsets.ISO_8859_1));
        out.write(bytes);
        out.flush();
        return this;
    }

    /** Sends the same again and again until the client has gone. */
    void sendWithoutEnd(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        while (true) {
            out.write(bytes);
        }
    }

    /** Sends a little now and then until the client has gone. */
    void drip(String text) throws IOException {
        while (isClientThere(20)) {
            send(text);
        }
    }

    /** Says nothing until the client has gone. */
    void hang() throws IOException {
        while (isClientThere(1000)) {
            // It is still there.
        }
    }

    private boolean isClientThere(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            return in.read() >= 0;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            if (!socket.isClosed()) {
                socket.setSoTimeout(0);
            }
        }
    }

    /** Ends the connection the hard way: the client sees a reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    void close() throws IOException {
        socket.close();
    }

    boolean isOpen() {
        return !socket.isClosed();
    }

    /** No answer goes out in small pieces by accident. */
    Wire whole() throws SocketException {
        socket.setTcpNoDelay(true);
        return this;
    }
}

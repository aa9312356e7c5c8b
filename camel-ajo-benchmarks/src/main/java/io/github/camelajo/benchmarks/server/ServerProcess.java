package io.github.camelajo.benchmarks.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A {@link LoopbackServer} in a process of its own, as its clients see it. */
public final class ServerProcess implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a server on the JDK that runs this. */
    public static ServerProcess start() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                java,
                "-Xms256m",
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=4",
                "-classpath",
                System.getProperty("java.class.path"),
                LoopbackServer.class.getName()));
        try {
            Process process =
                    builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            return new ServerProcess(process, Integer.parseInt(output.readLine()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server that another process has started. */
    public static ServerProcess at(int port) {
        return new ServerProcess(null, port);
    }

    public int port() {
        return port;
    }

    /** Where calls go that are answered after this time. */
    public String baseUrl(int delayMillis) {
        return "http://127.0.0.1:" + port + (delayMillis == 0 ? "" : "/d" + delayMillis);
    }

    /** Where a client gets its token; the name tells the clients apart. */
    public String tokenEndpoint(String client) {
        return "http://127.0.0.1:" + port + "/" + client + "/token";
    }

    /** Forgets what was counted. */
    public void reset(int tokenLifeSeconds, int tokenDelayMillis, int listItems) {
        control("reset?life=" + tokenLifeSeconds + "&delay=" + tokenDelayMillis + "&items=" + listItems);
    }

    /** As {@link #reset}, where a number of items of the list have changed since it was made. */
    public void change(int listItems, int changedItems) {
        control("reset?items=" + listItems + "&changed=" + changedItems);
    }

    /** Requests answered since the reset. */
    public long requests() {
        return control("stats").get("requests").asLong();
    }

    /** CPU time that the server's one thread has used. */
    public long cpuNanos() {
        return control("stats").get("cpuNanos").asLong();
    }

    /** When a client asked for tokens, in milliseconds since the epoch. */
    public long[] tokenRequests(String client) {
        JsonNode times = control("stats").get("tokenRequests").path("/" + client);
        long[] result = new long[times.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = times.get(i).asLong();
        }
        return result;
    }

    private JsonNode control(String what) {
        try (InputStream answer = URI.create("http://127.0.0.1:" + port + "/control/" + what)
                .toURL()
                .openStream()) {
            return MAPPER.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
        }
    }
}

package io.github.camelajo.benchmarks.figure;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

import io.github.camelajo.benchmarks.client.Call;
import io.github.camelajo.benchmarks.server.ServerProcess;

/**
 * How many calls the server answers in a second when the client costs next to nothing: the same requests as bytes on plain
 * sockets, sixteen at a time, answers only counted.
 */
final class CapacityRun {

    private static final int CONNECTIONS = 4;
    private static final int AT_A_TIME = 16;

    private CapacityRun() {}

    /** Arguments: port of the server, milliseconds. */
    public static void main(String[] args) {
        ChildJvm.measure(() -> measure(args));
    }

    private static Map<String, ?> measure(String[] args) throws Exception {
        ServerProcess server = ServerProcess.at(Integer.parseInt(args[0]));
        long millis = Long.parseLong(args[1]);
        run(server, 2000);
        double perSecond = run(server, millis);
        return Map.of("perSecond", perSecond);
    }

    private static double run(ServerProcess server, long millis) throws Exception {
        LongAdder answered = new LongAdder();
        AtomicReference<Exception> failure = new AtomicReference<>();
        long start = System.nanoTime();
        long end = start + millis * 1_000_000;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            Thread thread = new Thread(() -> {
                try {
                    send(server.port(), end, answered);
                } catch (Exception e) {
                    failure.set(e);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return answered.sum() * 1e9 / (System.nanoTime() - start);
    }

    private static void send(int port, long end, LongAdder answered) throws Exception {
        byte[] requests = request().repeat(AT_A_TIME).getBytes(StandardCharsets.ISO_8859_1);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[64 * 1024];
            out.write(request().getBytes(StandardCharsets.ISO_8859_1));
            int answerLength = in.read(buffer);
            while (System.nanoTime() < end) {
                out.write(requests);
                int missing = AT_A_TIME * answerLength;
                while (missing > 0) {
                    missing -= in.read(buffer);
                }
                answered.add(AT_A_TIME);
            }
        }
    }

    private static String request() {
        StringBuilder request = new StringBuilder("POST " + Call.PATH + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        Call.headers()
                .forEach((name, value) ->
                        request.append(name).append(": ").append(value).append("\r\n"));
        return request.append("Authorization: ")
                .append(Call.bearer())
                .append("\r\nContent-Length: ")
                .append(Call.BODY_BYTES.length)
                .append("\r\n\r\n")
                .append(Call.BODY)
                .toString();
    }
}

package io.github.camelajo.benchmarks.server;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the server says: canned bytes, made once. Used by the server's one thread. */
public final class Answers {

    /** How many events the answer to a batch is about. */
    public static final int EVENTS_OF_A_BATCH = 200;

    /** An answer to one request of these benchmarks; what Adobe answers is of this size. */
    private static final String TASK = """
            {"id":"6f1d3b7e-2f0a-4f6b-9c51-0d9d6f2f7c11","name":"Buy three times","status":"draft","version":3,\
            "sandboxName":"prod","labels":["loyalty","spring"],"conditions":{"type":"purchase","count":3,\
            "minimumAmount":25.5,"currency":"EUR","categories":["shoes","bags"]},"createdBy":"4F2E1A@techacct.adobe.com",\
            "createdDate":"2026-01-13T09:15:27.415Z","modifiedDate":"2026-02-02T17:40:03.882Z","etag":"W/\\"3\\""}""";

    private static final String RECEIPT =
            "{\"inletId\":\"3f1b0c9a7d5e4826\",\"xactionId\":\"1555445493896:8600:8\",\"receivedTimeMs\":1555445493932}";

    private static final byte[] ID = "\"id\":\"e".getBytes(StandardCharsets.US_ASCII);
    private static final int ID_DIGITS = 8;
    private static final byte[] MODIFIED = "\"lastModifiedDate\":175000000000".getBytes(StandardCharsets.US_ASCII);

    private final Thread thread;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final byte[] task = json(200, TASK);
    private final byte[] receipt = json(200, RECEIPT);
    private final byte[] batch = json(207, batch());
    private final Map<Integer, byte[]> itemsOfPages = new HashMap<>();
    private final Map<String, List<Long>> tokenRequests = new HashMap<>();
    private long requests;
    private int tokenLife = 86_400;
    private int tokenDelay;
    private int listItems;
    /** How many items of the list have been changed since it was made, spread over all of it. */
    private int changedItems;

    Answers(Thread thread) {
        this.thread = thread;
    }

    /** @param delayMillis when to send it, counted from now */
    record Reply(byte[] bytes, int delayMillis) {}

    Reply to(String target) {
        if (target.startsWith("/control/")) {
            return new Reply(control(target), 0);
        }
        requests++;
        int delay = delay(target);
        int token = target.indexOf("/token");
        if (token >= 0) {
            tokenRequests
                    .computeIfAbsent(target.substring(0, token), path -> new ArrayList<>())
                    .add(System.currentTimeMillis());
            return new Reply(token(), tokenDelay);
        }
        if (target.contains("/collection/")) {
            return new Reply(target.contains("/collection/batch/") ? batch : receipt, delay);
        }
        return new Reply(target.contains("/suppression/addresses") ? page(target) : task, delay);
    }

    private static int delay(String target) {
        if (!target.startsWith("/d") || !Character.isDigit(target.charAt(2))) {
            return 0;
        }
        return Integer.parseInt(target.substring(2, target.indexOf('/', 2)));
    }

    private byte[] token() {
        return json(
                200,
                "{\"access_token\":\"" + "eyJhbGciOiJSUzI1NiJ9".repeat(60)
                        + "\",\"token_type\":\"bearer\",\"expires_in\":" + tokenLife + "}");
    }

    private static String batch() {
        StringBuilder text = new StringBuilder(
                        "{\"inletId\":\"3f1b0c9a7d5e4826\",\"batchId\":\"1565628583792:1485:153\",")
                .append("\"receivedTimeMs\":1565628583854,\"responses\":[");
        for (int i = 0; i < EVENTS_OF_A_BATCH; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("{\"xactionId\":\"9341f8eb-494a-4c89-9879-4d06a58d2dc7-")
                    .append(i)
                    .append("\"}");
        }
        return text.append("]}").toString();
    }

    private byte[] page(String target) {
        int size = parameter(target, "limit", 20);
        int number = parameter(target, "start", 0);
        boolean last = (number + 1L) * size >= listItems;
        byte[] items = itemsOfPages.computeIfAbsent(size, Answers::items);
        write(items, number * (long) size);
        byte[] end = ("],\"_page\":{\"count\":" + size + (last ? "" : ",\"next\":\"" + (number + 1) + "\"") + "}}")
                .getBytes(StandardCharsets.UTF_8);
        byte[] head = head(200, items.length + end.length);
        byte[] page = new byte[head.length + items.length + end.length];
        System.arraycopy(head, 0, page, 0, head.length);
        System.arraycopy(items, 0, page, head.length, items.length);
        System.arraycopy(end, 0, page, head.length + items.length, end.length);
        return page;
    }

    /** Writes the identifiers and dates of a page into its bytes: to make each page anew would cost more than to read it. */
    private void write(byte[] page, long first) {
        int at = 0;
        for (long item = first; (at = indexOf(page, ID, at)) >= 0; item++) {
            at += ID.length;
            digits(page, at, item, ID_DIGITS);
            boolean changed = changedItems > 0 && item % (listItems / changedItems) == 0;
            at = indexOf(page, MODIFIED, at) + MODIFIED.length;
            digits(page, at, changed ? 1 : 0, 1);
        }
    }

    private static int indexOf(byte[] page, byte[] text, int from) {
        int last = page.length - text.length;
        for (int at = from; at <= last; at++) {
            int i = 0;
            while (i < text.length && page[at + i] == text[i]) {
                i++;
            }
            if (i == text.length) {
                return at;
            }
        }
        return -1;
    }

    private static void digits(byte[] page, int at, long number, int count) {
        long left = number;
        for (int i = count - 1; i >= 0; i--) {
            page[at + i] = (byte) ('0' + left % 10);
            left /= 10;
        }
    }

    private static byte[] items(int count) {
        StringBuilder items = new StringBuilder("{\"items\":[");
        for (int i = 0; i < count; i++) {
            items.append(i == 0 ? "" : ",")
                    .append(
                            "{\"id\":\"e00000000\",\"lastModifiedDate\":1750000000000,\"entity\":{\"type\":\"emailAddress\",\"entityValue\":\"somebody.")
                    .append(100_000 + i)
                    .append("@example.com\"},\"channel\":\"email\",\"reason\":\"hard bounce\",\"creationDate\":")
                    .append(1_750_000_000_000L + i)
                    .append(",\"suppressedUser\":\"system\",\"comment\":\"mailbox does not exist\"}");
        }
        return items.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] control(String target) {
        if (target.startsWith("/control/reset")) {
            tokenRequests.clear();
            requests = 0;
            tokenLife = parameter(target, "life", 86_400);
            tokenDelay = parameter(target, "delay", 0);
            listItems = parameter(target, "items", 0);
            changedItems = parameter(target, "changed", 0);
        }
        StringBuilder tokens = new StringBuilder();
        tokenRequests.forEach((path, times) -> tokens.append(tokens.length() == 0 ? "" : ",")
                .append('"')
                .append(path)
                .append("\":")
                .append(times));
        return json(
                200,
                "{\"requests\":" + requests + ",\"cpuNanos\":" + threads.getThreadCpuTime(thread.getId())
                        + ",\"tokenRequests\":{" + tokens + "}}");
    }

    private static int parameter(String target, String name, int otherwise) {
        int at = Math.max(target.indexOf("?" + name + "="), target.indexOf("&" + name + "="));
        if (at < 0) {
            return otherwise;
        }
        int from = at + name.length() + 2;
        int to = target.indexOf('&', from);
        return Integer.parseInt(target.substring(from, to < 0 ? target.length() : to));
    }

    private static byte[] json(int status, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = head(status, content.length);
        byte[] all = new byte[head.length + content.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        return all;
    }

    private static byte[] head(int status, int length) {
        return ("HTTP/1.1 " + status
                        + " OK\r\nContent-Type: application/json\r\nX-Request-Id: 0d9d6f2f7c11\r\nContent-Length: "
                        + length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}

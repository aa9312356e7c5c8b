package io.github.camelajo.simulator.internal.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.simulator.internal.core.Reply;

/**
 * The last calls with their answers, for observers. An observer passes the cursor of its last look and gets the calls
 * after it. A reset begins a new run and invalidates older cursors. The answer then says so.
 */
public final class CallFeed {

    /** The number of calls that are kept. */
    public static final int CAPACITY = 1_000;
    /** The number of bytes that are kept of a body. */
    static final int BODY_BYTES = 16 * 1024;
    /** The size limit for all bodies together, not counting the two of the newest call. */
    static final int ALL_BODIES_BYTES = 8 * 1024 * 1024;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private String run = newRun();
    private long total;
    private long failed;
    private long bytes;

    synchronized void add(Instant at, ReceivedRequest request, Delivery answer, Duration duration) {
        total++;
        if (answer.status() == 0 || answer.status() >= 400) {
            failed++;
        }
        Entry entry = new Entry(
                total,
                at,
                cut(request),
                request.body().length,
                new Delivery(cut(answer.reply()), answer.connection(), answer.delay(), answer.origin()),
                answer.reply().body().length,
                duration);
        entries.addLast(entry);
        bytes += entry.bytes();
        while (entries.size() > CAPACITY || bytes > ALL_BODIES_BYTES && entries.size() > 1) {
            bytes -= entries.removeFirst().bytes();
        }
    }

    private static ReceivedRequest cut(ReceivedRequest request) {
        return request.body().length <= BODY_BYTES
                ? request
                : new ReceivedRequest(
                        request.method(), request.path(), request.query(), request.headers(), cut(request.body()));
    }

    private static Reply cut(Reply reply) {
        return reply.body().length <= BODY_BYTES
                ? reply
                : new Reply(reply.status(), reply.headers(), cut(reply.body()));
    }

    private static byte[] cut(byte[] body) {
        return body.length <= BODY_BYTES ? body : Arrays.copyOf(body, BODY_BYTES);
    }

    /** Removes all calls and begins a new run. */
    public synchronized void clear() {
        entries.clear();
        run = newRun();
        total = 0;
        failed = 0;
        bytes = 0;
    }

    /**
     * Returns the calls after a cursor, the oldest first.
     *
     * @param cursor where the last look ended; {@code null} for the last calls
     * @param limit  the maximum number of calls
     */
    public synchronized Look after(Cursor cursor, int limit) {
        boolean sameRun = cursor != null && cursor.run().equals(run);
        long first = entries.isEmpty() ? total + 1 : entries.getFirst().number();
        long from = sameRun ? Math.min(cursor.number(), total) + 1 : Math.max(first, total - limit + 1);
        long missed = Math.max(0, first - from);
        List<Entry> found = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.number() >= from && found.size() < limit) {
                found.add(entry);
            }
        }
        long last = found.isEmpty() ? total : found.get(found.size() - 1).number();
        return new Look(
                run, new Cursor(run, last), cursor != null && !sameRun, missed, last < total, total, failed, found);
    }

    /** Returns the call with this cursor, if it is still kept. */
    public synchronized Optional<Entry> at(Cursor cursor) {
        return entries.stream()
                .filter(entry -> cursor.run().equals(run) && entry.number() == cursor.number())
                .findFirst();
    }

    private static String newRun() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    /** Identifies a call: the run, and the number of the call in it. */
    public record Cursor(String run, long number) {

        private static final Pattern FORM = Pattern.compile("([0-9a-f]{8})-(\\d{1,18})");

        /** @throws IllegalArgumentException if the text is no cursor */
        public static Cursor parse(String text) {
            Matcher matcher = FORM.matcher(text.toLowerCase(Locale.ROOT));
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "A cursor comes from an earlier answer, such as 0a1b2c3d-17, not '" + text + "'");
            }
            return new Cursor(matcher.group(1), Long.parseLong(matcher.group(2)));
        }

        @Override
        public String toString() {
            return run + "-" + number;
        }
    }

    /**
     * The result of reading the feed.
     *
     * @param run       identifies the run; changes with each start and reset
     * @param next      the cursor for the next look
     * @param restarted whether the cursor was one of another run
     * @param missed    the number of calls after the cursor that are no longer kept
     * @param more      whether there are more calls
     * @param total     calls of this run
     * @param failed    the number of calls that were refused or broken
     */
    public record Look(
            String run,
            Cursor next,
            boolean restarted,
            long missed,
            boolean more,
            long total,
            long failed,
            List<Entry> calls) {}

    /**
     * A call and its answer.
     *
     * @param request      the request, with at most {@link #BODY_BYTES} of its body
     * @param requestBytes the full size of that body
     * @param answer       the answer, with at most {@link #BODY_BYTES} of its body
     * @param answerBytes  the full size of that body
     * @param duration     the time until the answer was sent, including injected delays
     */
    public record Entry(
            long number,
            Instant at,
            ReceivedRequest request,
            int requestBytes,
            Delivery answer,
            int answerBytes,
            Duration duration) {

        private int bytes() {
            return request.body().length + answer.reply().body().length;
        }
    }
}

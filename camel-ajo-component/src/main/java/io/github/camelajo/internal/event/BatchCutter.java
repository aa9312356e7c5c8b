package io.github.camelajo.internal.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Cuts messages into batches by count and bytes. Holds one batch and one message, however many there are. */
final class BatchCutter {

    /** The frame around the messages: {@code {"messages":[...]}}. */
    static final int FRAME = "{\"messages\":[]}".length();

    private final int maxBytes;
    private int maxMessages;
    private PreparedEvent held;

    /**
     * @param maxMessages messages in a batch at most
     * @param maxBytes    bytes of a batch at most; a message that is larger than that goes alone
     */
    BatchCutter(int maxMessages, int maxBytes) {
        this.maxMessages = maxMessages;
        this.maxBytes = maxBytes;
    }

    /**
     * The next batch.
     *
     * @param  next gives the next message that can be sent, {@code null} when there is none
     * @return      empty at the end
     */
    List<PreparedEvent> cut(Supplier<PreparedEvent> next) {
        List<PreparedEvent> batch = new ArrayList<>();
        long bytes = FRAME;
        while (batch.size() < maxMessages) {
            PreparedEvent event = held == null ? next.get() : held;
            held = null;
            if (event == null) {
                break;
            }
            // The comma before every message but the first.
            long more = (long) event.size() + (batch.isEmpty() ? 0 : 1);
            if (!batch.isEmpty() && bytes + more > maxBytes) {
                held = event;
                break;
            }
            batch.add(event);
            bytes += more;
        }
        return batch;
    }

    /** The message that did not fit into the last batch; {@code null} for none. The cutter forgets it. */
    PreparedEvent takeHeld() {
        PreparedEvent event = held;
        held = null;
        return event;
    }

    /** A batch of this size was too large, so the next ones have at most half as many messages. */
    void halve(List<PreparedEvent> tooLarge) {
        maxMessages = Math.max(1, tooLarge.size() / 2);
    }

    /** The bytes of a batch as it goes out. */
    static int size(List<PreparedEvent> batch) {
        return FRAME + batch.stream().mapToInt(PreparedEvent::size).sum() + Math.max(0, batch.size() - 1);
    }

    /** The batch as it goes out. */
    static byte[] json(List<PreparedEvent> batch) {
        byte[] json = new byte[size(batch)];
        int end = put(json, 0, BEGIN);
        for (int i = 0; i < batch.size(); i++) {
            if (i > 0) {
                json[end++] = ',';
            }
            end = put(json, end, batch.get(i).json());
        }
        put(json, end, END);
        return json;
    }

    private static final byte[] BEGIN = {'{', '"', 'm', 'e', 's', 's', 'a', 'g', 'e', 's', '"', ':', '['};
    private static final byte[] END = {']', '}'};

    private static int put(byte[] target, int at, byte[] part) {
        System.arraycopy(part, 0, target, at, part.length);
        return at + part.length;
    }
}

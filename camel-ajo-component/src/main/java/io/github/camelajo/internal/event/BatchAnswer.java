package io.github.camelajo.internal.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

import io.github.camelajo.model.EventOutcome;

/**
 * Determines from the answer to a batch what happened to each message. Adobe's elements come in three forms, not always
 * one for each message, and not always in order. What cannot be proven is reported as unknown, never as accepted.
 *
 * <p>A failed element has {@code statusCode} (Adobe's help) or {@code status} (Adobe's own client), with or without an
 * {@code xactionId}. A good one has nothing but that. Newer ids end in the place of the message behind a UUID, older ones
 * behind the id of the batch.
 */
final class BatchAnswer {

    private static final int NONE = -1;
    private static final int UUID_LENGTH = 36;
    private static final int MOST_DIGITS = 6;

    private final List<PreparedEvent> events;
    private final UnaryOperator<String> clean;
    private final Element[] placed;
    private final List<Element> loose = new ArrayList<>();

    private BatchAnswer(List<PreparedEvent> events, UnaryOperator<String> clean) {
        this.events = events;
        this.clean = clean;
        this.placed = new Element[events.size()];
    }

    /**
     * The outcomes of a batch, one for each message, in order.
     *
     * @param events what went out
     * @param answer the body of the answer as Map, or whatever came
     * @param clean  makes a text of Adobe's fit for messages
     */
    static List<EventOutcome> outcomes(List<PreparedEvent> events, Object answer, UnaryOperator<String> clean) {
        BatchAnswer batch = new BatchAnswer(events, clean);
        Object responses = answer instanceof Map<?, ?> map ? map.get("responses") : null;
        if (responses instanceof List<?> list && !list.isEmpty()) {
            Object batchId = ((Map<?, ?>) answer).get("batchId");
            batch.place(list.stream()
                    .map(item -> Element.of(item, batchId, events.size()))
                    .toList());
        }
        return batch.outcomes();
    }

    private void place(List<Element> elements) {
        boolean[] used = new boolean[placed.length];
        boolean anyPlace = false;
        for (Element element : elements) {
            if (element.place == NONE) {
                continue;
            }
            anyPlace = true;
            if (element.place >= placed.length || used[element.place]) {
                // An answer that is wrong about one position may be wrong about all.
                loose.addAll(elements);
                return;
            }
            used[element.place] = true;
        }
        if (!anyPlace) {
            placeByOrder(elements);
            return;
        }
        for (Element element : elements) {
            if (element.place == NONE) {
                loose.add(element);
            } else {
                placed[element.place] = element;
            }
        }
        placeByElimination();
    }

    /** The order is the only clue, and only if no element is missing. */
    private void placeByOrder(List<Element> elements) {
        if (elements.size() == placed.length) {
            for (int i = 0; i < placed.length; i++) {
                placed[i] = elements.get(i);
            }
        } else {
            loose.addAll(elements);
        }
    }

    /** Elements without a position fill the free ones, if it makes no difference which. */
    private void placeByElimination() {
        long free = Arrays.stream(placed).filter(Objects::isNull).count();
        boolean same = loose.stream()
                .allMatch(element ->
                        element.fate == loose.get(0).fate && Objects.equals(element.status, loose.get(0).status));
        if (loose.isEmpty() || free != loose.size() || !same) {
            return;
        }
        boolean one = loose.size() == 1;
        int next = 0;
        for (int i = 0; i < placed.length; i++) {
            if (placed[i] == null) {
                Element element = loose.get(next++);
                // With several it is unknown which text and id belong to which message.
                placed[i] = one ? element : element.anonymous();
            }
        }
        loose.clear();
    }

    private List<EventOutcome> outcomes() {
        List<EventOutcome> all = new ArrayList<>(placed.length);
        for (int i = 0; i < placed.length; i++) {
            all.add(outcome(events.get(i), placed[i]));
        }
        return Collections.unmodifiableList(all);
    }

    private EventOutcome outcome(PreparedEvent event, Element element) {
        if (element == null) {
            return EventOutcome.unknown(event.index(), event.eventId(), null, nothingTold());
        }
        return switch (element.fate) {
            case GOOD -> EventOutcome.taken(event.index(), event.eventId(), element.transactionId);
            case FAILED ->
                new EventOutcome(
                        event.index(),
                        event.eventId(),
                        EventOutcome.Kind.REFUSED,
                        element.status,
                        clean.apply(element.message),
                        element.transactionId,
                        Map.of());
            case SILENT ->
                EventOutcome.unknown(
                        event.index(), event.eventId(), element.status, "the answer for this message is empty");
        };
    }

    private String nothingTold() {
        if (loose.isEmpty()) {
            return "the answer does not mention this message";
        }
        Element first = loose.get(0);
        String example = first.fate == Fate.FAILED
                ? ", the first of them " + first.status + " " + clean.apply(first.message)
                : "";
        return "the answer has " + loose.size() + " entries that cannot be matched to a message" + example;
    }

    private enum Fate {
        GOOD,
        FAILED,
        SILENT
    }

    /** One element of {@code responses}. */
    private record Element(Fate fate, Integer status, String message, String transactionId, int place) {

        static Element of(Object item, Object batchId, int size) {
            if (!(item instanceof Map<?, ?> map)) {
                return new Element(Fate.SILENT, null, null, null, NONE);
            }
            String id = text(map.get("xactionId"));
            Object told = map.get("status") == null ? map.get("statusCode") : map.get("status");
            Object also = map.get("statusCode") == null ? told : map.get("statusCode");
            int place = size == 0 ? NONE : place(id, batchId);
            if (told == null) {
                return new Element(id == null ? Fate.SILENT : Fate.GOOD, null, null, id, place);
            }
            boolean failed = !isSuccess(told) || !isSuccess(also);
            Object telling = isSuccess(told) ? also : told;
            return new Element(
                    failed ? Fate.FAILED : Fate.SILENT, number(telling), text(map.get("message")), id, place);
        }

        private static int place(String id, Object batchId) {
            if (id == null) {
                return NONE;
            }
            if (startsWithUuid(id) && id.length() > UUID_LENGTH && id.charAt(UUID_LENGTH) == '-') {
                return digits(id, UUID_LENGTH + 1);
            }
            int colon = id.lastIndexOf(':');
            boolean ofThisBatch = colon > 0 && id.substring(0, colon).equals(String.valueOf(batchId));
            return ofThisBatch ? digits(id, colon + 1) : NONE;
        }

        /** Looks at each character: a pattern takes ten times as long, for each event of each batch. */
        private static boolean startsWithUuid(String id) {
            if (id.length() < UUID_LENGTH) {
                return false;
            }
            for (int i = 0; i < UUID_LENGTH; i++) {
                boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
                char c = id.charAt(i);
                if (dash ? c != '-' : !isHex(c)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isHex(char c) {
            return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
        }

        /** The number that is the rest of a text, {@link #NONE} when that is none. */
        private static int digits(String text, int from) {
            int length = text.length() - from;
            if (length < 1 || length > MOST_DIGITS) {
                return NONE;
            }
            int number = 0;
            for (int i = from; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c < '0' || c > '9') {
                    return NONE;
                }
                number = 10 * number + (c - '0');
            }
            return number;
        }

        private static boolean isSuccess(Object status) {
            Integer number = number(status);
            return number != null && number >= 200 && number < 300;
        }

        private static Integer number(Object status) {
            if (status instanceof Number number) {
                return number.intValue();
            }
            String text = status.toString().strip();
            return text.matches("\\d{3}") ? Integer.valueOf(text) : null;
        }

        private static String text(Object value) {
            String text = value == null ? null : value.toString();
            return text == null || text.isBlank() ? null : text;
        }

        Element anonymous() {
            return new Element(fate, status, message, null, place);
        }
    }
}

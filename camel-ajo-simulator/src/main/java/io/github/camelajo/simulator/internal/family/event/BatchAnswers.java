package io.github.camelajo.simulator.internal.family.event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.BatchAnswerForm;
import io.github.camelajo.simulator.internal.core.Json;

/**
 * The answers to batches: their form, their order, the elements that are left out, and the messages that a test has
 * refused in advance. Guarded by the service.
 */
final class BatchAnswers {

    private final Deque<Refused> refusals = new ArrayDeque<>();
    private final Random random;
    private BatchAnswerForm form = BatchAnswerForm.PLACES;
    private boolean shuffled;
    private int dropped;

    BatchAnswers(Random random) {
        this.random = random;
    }

    /** A refusal of a message. */
    record Refused(int status, String message) {}

    /** Returns the refusal for the next message, and counts it as used; {@code null} if there is none. */
    Refused takeRefusal() {
        return refusals.poll();
    }

    /** Starts the answer to a batch. */
    Answer begin(String batchId) {
        return new Answer(batchId);
    }

    /** The answer to one batch. */
    final class Answer {

        private final String batchId;
        private final String uuid = UUID.randomUUID().toString();
        private final List<JsonNode> elements = new ArrayList<>();

        private Answer(String batchId) {
            this.batchId = batchId;
        }

        void accepted() {
            elements.add(Json.object().put("xactionId", nextId()));
        }

        void refused(Refused refusal) {
            ObjectNode element = Json.object();
            if (form == BatchAnswerForm.PLACES) {
                element.put("xactionId", nextId());
            }
            elements.add(element.put(form == BatchAnswerForm.COLONS ? "statusCode" : "status", refusal.status())
                    .put("message", refusal.message()));
        }

        private String nextId() {
            int place = elements.size();
            return form == BatchAnswerForm.COLONS ? batchId + ":" + place : uuid + "-" + place;
        }

        /** Returns the elements in their order, without those that are left out. */
        ArrayNode elements() {
            List<JsonNode> all = new ArrayList<>(elements);
            if (shuffled) {
                Collections.shuffle(all, random);
            }
            ArrayNode shown = Json.array();
            all.stream().skip(dropped).forEach(shown::add);
            return shown;
        }
    }

    void refuseNext(int messages, int status, String message) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status must be between 400 and 599, not " + status);
        }
        Refused refusal = new Refused(status, Objects.requireNonNull(message));
        for (int i = 0; i < messages; i++) {
            refusals.add(refusal);
        }
    }

    BatchAnswerForm form() {
        return form;
    }

    void form(BatchAnswerForm newForm) {
        form = Objects.requireNonNull(newForm);
    }

    boolean shuffled() {
        return shuffled;
    }

    void shuffled(boolean newShuffled) {
        shuffled = newShuffled;
    }

    int dropped() {
        return dropped;
    }

    void dropped(int elements) {
        checkDropped(elements);
        dropped = elements;
    }

    static void checkDropped(int elements) {
        if (elements < 0) {
            throw new IllegalArgumentException("elements must be at least 0, not " + elements);
        }
    }

    List<Refused> refusals() {
        return List.copyOf(refusals);
    }

    void refusals(List<Refused> saved) {
        refusals.clear();
        refusals.addAll(saved);
    }

    void reset() {
        refusals.clear();
        form = BatchAnswerForm.PLACES;
        shuffled = false;
        dropped = 0;
    }
}

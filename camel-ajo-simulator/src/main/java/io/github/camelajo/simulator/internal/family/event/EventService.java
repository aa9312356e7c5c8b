package io.github.camelajo.simulator.internal.family.event;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.BatchAnswerForm;
import io.github.camelajo.simulator.control.EventHost;
import io.github.camelajo.simulator.control.ReceivedEvent;
import io.github.camelajo.simulator.internal.core.AdminAction;
import io.github.camelajo.simulator.internal.core.AdminField;
import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Codec;
import io.github.camelajo.simulator.internal.core.ErrorDialect;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.KeptValue;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Route;

/**
 * Streaming ingestion: the calls of the event host, and its settings for tests.
 *
 * <p>Documented: addresses, the limits of size and of synchronous validation, the three forms of answers to batches, the
 * bodies of a 401 and of a failed validation. Assumptions: an unknown connection is a 404; a repeated event is accepted like
 * a new one; the guard against re-entrance looks at the first identity of the event; the bodies of 403, 404, 413, 429, 501
 * and of injected faults have the form of the 400.</p>
 */
public final class EventService implements ApiService, EventHost {

    private static final String BASE = "/collection";
    private static final String BATCHES = "/data/foundation/export/batches/{batchId}/failed";

    private final Random random = new Random(42);
    private final Connections connections;
    private final SyncValidation validation = new SyncValidation();
    private final BatchAnswers batches = new BatchAnswers(random);
    private final AcceptedEvents events;
    private final KeptValue<Memory> memory;

    /** @param tokens tells whether a token is valid */
    public EventService(FamilyContext context, Predicate<String> tokens) {
        connections = new Connections(context, this, tokens);
        events = new AcceptedEvents(context.codec());
        memory = new KeptValue<>("memory", Memory.class, context.codec(), this::memory, this::memory);
    }

    @Override
    public String name() {
        return "event";
    }

    @Override
    public ErrorDialect errors() {
        return InletErrors.INSTANCE;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(BASE + "/{connectionId}", this::single)
                        .body(Route.Body.REQUIRED)
                        .query(SyncValidation.PARAMETER, SyncValidation.OLD_PARAMETER)
                        .ownHost(),
                Route.post(BASE + "/batch/{connectionId}", this::batch)
                        .body(Route.Body.REQUIRED)
                        .ownHost(),
                Route.get(BATCHES, this::failedBatch).query("path"));
    }

    // ---- Calls

    private synchronized Reply single(Call call) {
        String connection = connections.admit(call);
        String problem = EventRules.problemOfMessage(call.json(), call.organizationId());
        if (problem != null) {
            throw InletErrors.refuse(400, "Invalid XDM Message Format", problem);
        }
        JsonNode entity = EventRules.entity(call.json());
        String batchId = newBatchId(call);
        ObjectNode body = Json.object()
                .put("inletId", connection)
                .put("xactionId", batchId + ":0")
                .put("receivedTimeMs", call.receivedAt().toEpochMilli());
        validation.addTo(body, call, connection, entity);
        events.add(connection, entity, batchId, call.receivedAt());
        return Reply.json(200, body);
    }

    private synchronized Reply batch(Call call) {
        String connection = connections.admit(call);
        JsonNode messages = call.json().path("messages");
        if (!messages.isArray() || messages.isEmpty()) {
            throw InletErrors.refuse(400, "Invalid batch", "The field messages must be a list of messages");
        }
        String batchId = newBatchId(call);
        BatchAnswers.Answer answer = batches.begin(batchId);
        for (JsonNode message : messages) {
            BatchAnswers.Refused refused = batches.takeRefusal();
            if (refused == null) {
                String problem = EventRules.problemOfMessage(message, call.organizationId());
                refused = problem == null ? null : new BatchAnswers.Refused(400, problem);
            }
            if (refused == null) {
                events.add(connection, EventRules.entity(message), batchId, call.receivedAt());
                answer.accepted();
            } else {
                answer.refused(refused);
            }
        }
        ObjectNode body = Json.object()
                .put("inletId", connection)
                .put("batchId", batchId)
                .put("receivedTimeMs", call.receivedAt().toEpochMilli());
        body.set("responses", answer.elements());
        return Reply.json(207, body);
    }

    /** The batches of data collection have ids of this form in Adobe's help. */
    private String newBatchId(Call call) {
        return call.receivedAt().toEpochMilli() + ":" + (1000 + random.nextInt(9000)) + ":" + random.nextInt(1000);
    }

    private synchronized Reply failedBatch(Call call) {
        return events.failedBatch(call);
    }

    // ---- What a test sets and reads

    @Override
    public synchronized List<ReceivedEvent> received() {
        return events.log().all();
    }

    @Override
    public synchronized long count() {
        return events.log().total();
    }

    @Override
    public synchronized long count(String id) {
        return events.count(id);
    }

    @Override
    public synchronized void answerForm(BatchAnswerForm form) {
        batches.form(form);
    }

    @Override
    public synchronized void shuffleAnswers(boolean shuffle) {
        batches.shuffled(shuffle);
    }

    @Override
    public synchronized void dropAnswers(int elements) {
        batches.dropped(elements);
    }

    @Override
    public synchronized void refuseNext(int messages, int status, String message) {
        batches.refuseNext(messages, status, message);
    }

    @Override
    public synchronized void invalidTokenStatus(int status) {
        connections.invalidTokenStatus(status);
    }

    @Override
    public synchronized void syncValidationAvailable(boolean available) {
        validation.available(available);
    }

    @Override
    public List<AdminAction> adminCalls() {
        return List.of(
                AdminAction.of(
                        "event-answer-form",
                        "Sets how batches of events are answered. A field that is left out gets its default.",
                        this::answers,
                        AdminField.oneOf("form", BatchAnswerForm.class, "the form; default `places`"),
                        AdminField.flag(
                                "shuffled",
                                "whether the elements are in another order than the messages; default false"),
                        AdminField.number("dropped", "how many elements are left out at the beginning; default 0")),
                AdminAction.of(
                        "refuse-next-events",
                        "Refuses the next events in batches.",
                        body -> refuseNext(
                                body.path("count").asInt(1),
                                body.path("status").asInt(400),
                                body.path("message").asText("Message has unknown xdm format")),
                        AdminField.number("count", "how many; default 1"),
                        AdminField.number("status", "the status of each, from 400 to 599; default 400"),
                        AdminField.text("message", "the message of each")),
                AdminAction.of(
                        "event-token-status",
                        "Sets the status for an invalid or expired token of an event.",
                        body -> invalidTokenStatus(body.path("status").asInt()),
                        AdminField.number("status", "401, or 403 as at the start")
                                .needed()),
                AdminAction.of(
                        "event-validation",
                        "Sets whether events can be validated before they are answered. If not, `syncValidation` gets a 501.",
                        body -> syncValidationAvailable(body.path("available").asBoolean()),
                        AdminField.flag("available", "whether they can").needed()));
    }

    private synchronized void answers(JsonNode body) {
        batches.form(BatchAnswerForm.valueOf(body.path("form").asText("places").toUpperCase(Locale.ROOT)));
        batches.shuffled(body.path("shuffled").asBoolean());
        batches.dropped(body.path("dropped").asInt());
    }

    // ---- State

    /** Everything but the events and the connections. */
    private record Memory(
            BatchAnswerForm form,
            boolean shuffled,
            int dropped,
            int invalidTokenStatus,
            boolean validationAvailable,
            Map<String, Integer> counts,
            Map<String, Instant> inJourney,
            Map<String, List<Instant>> validations,
            List<BatchAnswers.Refused> refusals) {

        private Memory {
            Codec.required(form, "form");
            BatchAnswers.checkDropped(dropped);
            Connections.checkTokenStatus(invalidTokenStatus);
            Codec.required(counts, "counts");
            Codec.required(inJourney, "inJourney");
            Codec.required(validations, "validations");
            Codec.required(refusals, "refusals").forEach(refused -> Codec.required(refused, "refused"));
        }
    }

    private synchronized Memory memory() {
        return new Memory(
                batches.form(),
                batches.shuffled(),
                batches.dropped(),
                connections.invalidTokenStatus(),
                validation.available(),
                events.counts(),
                events.inJourney(),
                validation.recent(),
                batches.refusals());
    }

    private synchronized void memory(Memory saved) {
        batches.form(saved.form());
        batches.shuffled(saved.shuffled());
        batches.dropped(saved.dropped());
        batches.refusals(saved.refusals());
        connections.invalidTokenStatus(saved.invalidTokenStatus());
        validation.available(saved.validationAvailable());
        validation.recent(saved.validations());
        events.restore(saved.counts(), saved.inJourney());
    }

    @Override
    public synchronized void reset() {
        connections.reset();
        validation.reset();
        batches.reset();
        events.reset();
    }

    @Override
    public List<Kept> holdings() {
        return List.of(connections.kept(), events.log(), memory);
    }

    @Override
    public synchronized JsonNode state() {
        ObjectNode state = Json.object()
                .put("received", events.log().total())
                .put("answerForm", batches.form().name())
                .put("answersShuffled", batches.shuffled())
                .put("answersDropped", batches.dropped())
                .put("invalidTokenStatus", connections.invalidTokenStatus())
                .put("syncValidationAvailable", validation.available());
        for (ReceivedEvent.Fate fate : ReceivedEvent.Fate.values()) {
            state.put(fate.name().toLowerCase(Locale.ROOT), events.count(fate));
        }
        return state;
    }
}

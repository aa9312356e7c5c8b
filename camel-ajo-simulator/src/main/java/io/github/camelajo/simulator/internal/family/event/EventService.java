package io.github.camelajo.simulator.internal.family.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.BatchAnswerForm;
import io.github.camelajo.simulator.control.EventHost;
import io.github.camelajo.simulator.control.EventSamples;
import io.github.camelajo.simulator.control.ReceivedEvent;
import io.github.camelajo.simulator.internal.core.AdminAction;
import io.github.camelajo.simulator.internal.core.AdminField;
import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Codec;
import io.github.camelajo.simulator.internal.core.ErrorBodies;
import io.github.camelajo.simulator.internal.core.ErrorDialect;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.KeptValue;
import io.github.camelajo.simulator.internal.core.Log;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Route;
import io.github.camelajo.simulator.internal.core.Table;

/**
 * Streaming ingestion and its effects: events that start a journey, events that are discarded, and failed batches.
 *
 * <p>Documented: addresses, limits of size and of synchronous validation, the three forms of answers to batches, the body of a 401
 * and of a failed validation. Assumptions: an unknown connection is a 404; a repeat is taken like a new event; the guard against
 * re-entrance looks at the first identity of the event; bodies of 403, 404, 413, 429 and 501 have the form of the 400.</p>
 */
public final class EventService implements ApiService, EventHost {

    private static final String BASE = "/collection";
    private static final String BATCHES = "/data/foundation/export/batches/{batchId}/failed";
    /** Adobe says 1 MB without defining it. */
    private static final int MAX_BYTES = 1_048_576;

    private static final Duration REENTRANCE = Duration.ofMinutes(5);
    private static final int VALIDATIONS_A_MINUTE = 60;
    private static final String BEARER = "Bearer ";

    private final Predicate<String> tokens;
    private final Map<String, Deque<Instant>> validations = new HashMap<>();
    private final Table<Connection> connections;
    private final Log<ReceivedEvent> received;
    private final KeptValue<Memory> memory;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Instant> inJourney = new HashMap<>();
    private final Deque<Refused> refusals = new ArrayDeque<>();
    private final Random random = new Random(42);
    private BatchAnswerForm form = BatchAnswerForm.PLACES;
    private boolean shuffled;
    private int dropped;
    private int invalidTokenStatus = 403;
    private boolean validationAvailable = true;

    /** @param tokens says of a token whether it is good */
    public EventService(FamilyContext context, Predicate<String> tokens) {
        this.tokens = tokens;
        Codec codec = context.codec();
        connections = Table.ofOrganization(
                        "connection",
                        "Streaming connections. An `authenticated` connection requires a token.",
                        Connection.class,
                        codec,
                        this)
                .made((sandbox, id) -> new Connection(false));
        received = new Log<>("event", "Accepted events, and what happened to them.", ReceivedEvent.class, codec);
        memory = new KeptValue<>("memory", Memory.class, codec, this::memory, this::memory);
        seed();
    }

    private void seed() {
        connections.all().put(EventSamples.CONNECTION, new Connection(false));
        connections.all().put(EventSamples.AUTHENTICATED_CONNECTION, new Connection(true));
    }

    private record Connection(boolean authenticated) {}

    /** The settings, without the events and the connections. */
    private record Memory(
            BatchAnswerForm form,
            boolean shuffled,
            int dropped,
            int invalidTokenStatus,
            boolean validationAvailable,
            Map<String, Integer> counts,
            Map<String, Instant> inJourney,
            Map<String, List<Instant>> validations,
            List<Refused> refusals) {}

    private synchronized Memory memory() {
        Map<String, List<Instant>> recent = new HashMap<>();
        validations.forEach((connection, times) -> recent.put(connection, List.copyOf(times)));
        return new Memory(
                form,
                shuffled,
                dropped,
                invalidTokenStatus,
                validationAvailable,
                Map.copyOf(counts),
                Map.copyOf(inJourney),
                recent,
                List.copyOf(refusals));
    }

    private synchronized void memory(Memory saved) {
        forget();
        form = saved.form();
        shuffled = saved.shuffled();
        dropped = saved.dropped();
        invalidTokenStatus = saved.invalidTokenStatus();
        validationAvailable = saved.validationAvailable();
        counts.putAll(saved.counts());
        inJourney.putAll(saved.inJourney());
        saved.validations().forEach((connection, times) -> validations.put(connection, new ArrayDeque<>(times)));
        refusals.addAll(saved.refusals());
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
                        .query("syncValidation", "synchronousValidation")
                        .ownHost(),
                Route.post(BASE + "/batch/{connectionId}", this::batch)
                        .body(Route.Body.REQUIRED)
                        .ownHost(),
                Route.get(BATCHES, this::failedBatch).query("path"));
    }

    // ---- Calls

    private synchronized Reply single(Call call) {
        String connection = admit(call);
        String problem = EventRules.problemOfMessage(call.json(), call.organizationId());
        if (problem != null) {
            throw refuse(400, "Invalid XDM Message Format", problem);
        }
        JsonNode entity = EventRules.entity(call.json());
        ObjectNode validation = Json.object().put("skipped", true);
        if (call.flag("syncValidation")) {
            validation = validate(call, connection, entity);
        }
        String batchId = newBatchId(call);
        take(connection, entity, batchId, call.receivedAt());
        ObjectNode body = Json.object()
                .put("inletId", connection)
                .put("xactionId", batchId + ":0")
                .put("receivedTimeMs", call.receivedAt().toEpochMilli());
        body.set("syncValidation", validation);
        return Reply.json(200, body);
    }

    private ObjectNode validate(Call call, String connection, JsonNode entity) {
        if (!validationAvailable) {
            throw refuse(501, "Not Implemented", "Synchronous validation is not available at this location");
        }
        Deque<Instant> recent = validations.computeIfAbsent(connection, key -> new ArrayDeque<>());
        while (!recent.isEmpty() && recent.peek().isBefore(call.receivedAt().minusSeconds(60))) {
            recent.poll();
        }
        if (recent.size() >= VALIDATIONS_A_MINUTE) {
            throw refuse(429, "Too Many Requests", "More than 60 validations within a minute");
        }
        recent.add(call.receivedAt());
        EventRules.Violation violation = EventRules.violation(entity);
        if (violation != null) {
            ObjectNode report = Json.object().put("message", "Inlet [" + connection + "] the message is not valid");
            ObjectNode cause = report.putObject("cause");
            cause.putArray("_streamingValidation")
                    .addObject()
                    .put("schemaLocation", "#")
                    .put("pointerToViolation", "#/" + violation.field())
                    .put("keyword", violation.keyword())
                    .put("message", violation.message())
                    .putArray("causingExceptions");
            throw new Refusal(InletErrors.reply(400, "Invalid XDM Message Format", report));
        }
        return Json.object().put("status", "pass");
    }

    private synchronized Reply batch(Call call) {
        String connection = admit(call);
        JsonNode messages = call.json().path("messages");
        if (!messages.isArray() || messages.isEmpty()) {
            throw refuse(400, "Invalid batch", "The field messages must be a list of messages");
        }
        String batchId = newBatchId(call);
        String uuid = UUID.randomUUID().toString();
        List<JsonNode> answers = new ArrayList<>();
        for (int place = 0; place < messages.size(); place++) {
            JsonNode message = messages.get(place);
            Refused refused = refusals.isEmpty() ? null : refusals.poll();
            String problem =
                    refused == null ? EventRules.problemOfMessage(message, call.organizationId()) : refused.message();
            if (problem == null) {
                take(connection, EventRules.entity(message), batchId, call.receivedAt());
                answers.add(Json.object().put("xactionId", idOf(batchId, uuid, place)));
            } else {
                int status = refused == null ? 400 : refused.status();
                answers.add(failed(batchId, uuid, place, status, problem));
            }
        }
        if (shuffled) {
            Collections.shuffle(answers, random);
        }
        ObjectNode body = Json.object()
                .put("inletId", connection)
                .put("batchId", batchId)
                .put("receivedTimeMs", call.receivedAt().toEpochMilli());
        ArrayNode responses = body.putArray("responses");
        answers.stream().skip(dropped).forEach(responses::add);
        return Reply.json(207, body);
    }

    private String idOf(String batchId, String uuid, int place) {
        return form == BatchAnswerForm.COLONS ? batchId + ":" + place : uuid + "-" + place;
    }

    private ObjectNode failed(String batchId, String uuid, int place, int status, String message) {
        ObjectNode answer = Json.object();
        if (form == BatchAnswerForm.PLACES) {
            answer.put("xactionId", idOf(batchId, uuid, place));
        }
        return answer.put(form == BatchAnswerForm.COLONS ? "statusCode" : "status", status)
                .put("message", message);
    }

    /** A data collection batch has this form in Adobe's help. */
    private String newBatchId(Call call) {
        return call.receivedAt().toEpochMilli() + ":" + (1000 + random.nextInt(9000)) + ":" + random.nextInt(1000);
    }

    // ---- Who may send what

    private String admit(Call call) {
        String connection = call.pathValue("connectionId");
        Connection known = connections.all().get(connection);
        if (known == null) {
            throw refuse(404, "Not Found", "There is no inlet [" + connection + "]");
        }
        if (known.authenticated()) {
            checkToken(call, connection);
        }
        if (call.request().body().length > MAX_BYTES) {
            throw refuse(413, "Payload Too Large", "The request is larger than 1 MB");
        }
        return connection;
    }

    private void checkToken(Call call, String connection) {
        String authorization = call.request().header("Authorization");
        if (authorization == null || authorization.isBlank()) {
            throw new Refusal(InletErrors.unauthorized("[" + connection + "] Ims service token is empty"));
        }
        boolean good = authorization.startsWith(BEARER) && tokens.test(authorization.substring(BEARER.length()));
        if (!good && invalidTokenStatus == 401) {
            throw new Refusal(InletErrors.unauthorized("[" + connection + "] Ims service token is invalid"));
        }
        if (!good) {
            throw refuse(403, "Forbidden", "[" + connection + "] Ims service token is invalid or expired");
        }
    }

    private static Refusal refuse(int status, String title, String message) {
        return new Refusal(InletErrors.reply(status, title, Json.object().put("message", message)));
    }

    // ---- What becomes of events

    private void take(String connection, JsonNode entity, String batchId, Instant at) {
        String id = entity.path("_id").isTextual() ? entity.path("_id").asText() : null;
        EventRules.Violation violation = EventRules.violation(entity);
        String profile = EventRules.profile(entity);
        ReceivedEvent.Fate fate = ReceivedEvent.Fate.STARTED;
        String problem = null;
        if (violation != null) {
            fate = ReceivedEvent.Fate.FAILED;
            problem = violation.code() + ": " + violation.message();
        } else if (!EventRules.startsJourney(entity)) {
            fate = ReceivedEvent.Fate.DISCARDED;
            problem = "notSuitableInitialEvent";
        } else if (profile == null) {
            fate = ReceivedEvent.Fate.DISCARDED;
            problem = "no identity of a profile";
        } else if (isIn(profile, at)) {
            fate = ReceivedEvent.Fate.DISCARDED;
            problem = "the profile is in the journey already";
        } else {
            inJourney.put(profile, at);
        }
        received.add(new ReceivedEvent(connection, id, Json.text(entity), fate, profile, problem, batchId, at));
        if (id != null) {
            counts.merge(id, 1, Integer::sum);
        }
    }

    private boolean isIn(String profile, Instant at) {
        Instant since = inJourney.get(profile);
        return since != null && at.isBefore(since.plus(REENTRANCE));
    }

    /**
     * Returns the failed records of a batch. Without {@code path} these are the names of the files; with it, the
     * records, one per line.
     */
    private synchronized Reply failedBatch(Call call) {
        String batchId = call.pathValue("batchId");
        List<ReceivedEvent> failed = received.all().stream()
                .filter(event -> event.batchId().equals(batchId) && event.fate() == ReceivedEvent.Fate.FAILED)
                .toList();
        if (failed.isEmpty()) {
            return ErrorBodies.platform(404, "Not found", "Batch " + batchId + " has no failed records");
        }
        StringBuilder lines = new StringBuilder();
        failed.forEach(event -> lines.append("{\"error\":\"")
                .append(event.problem())
                .append("\",\"record\":")
                .append(event.json())
                .append("}\n"));
        if (call.query().first("path").isPresent()) {
            return Reply.text(200, "application/json", lines.toString());
        }
        ObjectNode body = Json.object();
        body.putArray("data").addObject().put("name", "failed.json").put("length", lines.length());
        return Reply.json(200, body);
    }

    // ---- What a test tells and reads

    @Override
    public synchronized List<ReceivedEvent> received() {
        return received.all();
    }

    @Override
    public synchronized long count() {
        return received.total();
    }

    @Override
    public synchronized long count(String id) {
        return counts.getOrDefault(id, 0);
    }

    @Override
    public synchronized void answerForm(BatchAnswerForm newForm) {
        form = newForm;
    }

    @Override
    public synchronized void shuffleAnswers(boolean shuffle) {
        shuffled = shuffle;
    }

    @Override
    public synchronized void dropAnswers(int elements) {
        if (elements < 0) {
            throw new IllegalArgumentException("elements must be at least 0, not " + elements);
        }
        dropped = elements;
    }

    @Override
    public synchronized void refuseNext(int messages, int status, String message) {
        for (int i = 0; i < messages; i++) {
            refusals.add(new Refused(status, message));
        }
    }

    @Override
    public synchronized void invalidTokenStatus(int status) {
        if (status != 401 && status != 403) {
            throw new IllegalArgumentException("status must be 401 or 403, not " + status);
        }
        invalidTokenStatus = status;
    }

    @Override
    public synchronized void syncValidationAvailable(boolean available) {
        validationAvailable = available;
    }

    private record Refused(int status, String message) {}

    @Override
    public synchronized void reset() {
        received.clear();
        connections.clear();
        forget();
        seed();
    }

    private void forget() {
        validations.clear();
        counts.clear();
        inJourney.clear();
        refusals.clear();
        form = BatchAnswerForm.PLACES;
        shuffled = false;
        dropped = 0;
        invalidTokenStatus = 403;
        validationAvailable = true;
    }

    @Override
    public List<Kept> holdings() {
        return List.of(connections, received, memory);
    }

    @Override
    public List<AdminAction> adminCalls() {
        return List.of(
                AdminAction.of(
                        "event-answer-form",
                        "Sets how batches of events are answered.",
                        body -> answerForm(BatchAnswerForm.valueOf(
                                body.path("form").asText("PLACES").toUpperCase(Locale.ROOT))),
                        AdminField.oneOf("form", BatchAnswerForm.class, "the form; without it `places`")),
                AdminAction.of(
                        "refuse-next-events",
                        "Refuses the next events in batches.",
                        body -> refuseNext(
                                body.path("count").asInt(1),
                                body.path("status").asInt(400),
                                body.path("message").asText("Message has unknown xdm format")),
                        AdminField.number("count", "how many; default 1"),
                        AdminField.number("status", "the status of each; default 400"),
                        AdminField.text("message", "the message of each")));
    }

    @Override
    public synchronized JsonNode state() {
        ObjectNode state = Json.object().put("received", received.total()).put("answerForm", form.name());
        for (ReceivedEvent.Fate fate : ReceivedEvent.Fate.values()) {
            state.put(
                    fate.name().toLowerCase(Locale.ROOT),
                    received.all().stream()
                            .filter(event -> event.fate() == fate)
                            .count());
        }
        return state;
    }
}

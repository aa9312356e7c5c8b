package io.github.camelajo.internal.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoPartialFailureException;
import io.github.camelajo.exception.AjoRateLimitException;
import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.answer.Answer;
import io.github.camelajo.internal.answer.AnswerReader;
import io.github.camelajo.internal.call.AjoCaller;
import io.github.camelajo.internal.call.Pace;
import io.github.camelajo.internal.call.RequestDispatcher;
import io.github.camelajo.internal.call.RetryPolicy;
import io.github.camelajo.internal.failure.Failure;
import io.github.camelajo.internal.flow.Result;
import io.github.camelajo.internal.flow.Runner;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.request.AjoRequest;
import io.github.camelajo.internal.request.AjoRequestFactory;
import io.github.camelajo.internal.request.CallInput;
import io.github.camelajo.internal.text.Masking;
import io.github.camelajo.model.EventOutcome;

/**
 * Sends many events: cuts them into requests, sends these one after the other, and finds out what happened to each
 * event. Holds one request in memory, and the events that were not accepted.
 *
 * <p>An event that Adobe refuses for a reason that passes (429, 503 and other 5xx) is sent again as often as {@code maxRetries} says, counted in tries in
 * which none of those sent again was taken; alone, never with what was taken. A request that is refused as a whole because it is too large is halved.
 * Events that are refused with 401 or 403 are sent again once, with a new token.
 * Trouble that is not about the events (no connection, no token, no answer) ends the sending; what has not been sent stays in the delivery.
 */
public final class EventBatches implements Runner {

    private static final int TOO_LARGE = 413;
    private static final UnaryOperator<String> CLEAN = Masking::clean;

    private final Operation operation;
    private final AjoCaller caller;
    private final AnswerReader reader;
    private final AjoRequestFactory requests;
    private final EventEnvelope envelope;
    private final EventSettings settings;
    private final RetryPolicy retries;
    private final ObjectMapper mapper;
    private final Function<Object, Object> output;

    /**
     * @param reader  reads answers as maps
     * @param retries when events are sent again that Adobe refused for a reason that passes
     * @param output  makes of the answer what the route gets
     */
    public EventBatches(
            Operation operation,
            AjoCaller caller,
            AnswerReader reader,
            AjoRequestFactory requests,
            EventEnvelope envelope,
            EventSettings settings,
            RetryPolicy retries,
            ObjectMapper mapper,
            Function<Object, Object> output) {
        this.operation = operation;
        this.caller = caller;
        this.reader = reader;
        this.requests = requests;
        this.envelope = envelope;
        this.settings = settings;
        this.retries = retries;
        this.mapper = mapper;
        this.output = output;
    }

    @Override
    public void start(CallInput input, Pace pace, BiConsumer<Result, AjoException> done) {
        EventDelivery delivery = Deliveries.of(input);
        try {
            delivery.begin(mapper);
        } catch (IllegalArgumentException e) {
            throw new AjoValidationException(
                    "ajo:event?operation=sendBatch was not sent: " + e.getMessage(),
                    details(input.sandbox(), 0, false, null));
        }
        new Sending(input, delivery, pace, done).goOn();
    }

    private ErrorDetails details(String sandbox, int status, boolean retryable, Duration retryAfter) {
        return new ErrorDetails(operation.id(), sandbox, status, null, null, null, retryable, retryAfter);
    }

    /** One delivery of one message of a route. Every way out ends in {@link #finish}, exactly once. */
    private final class Sending implements RequestDispatcher.Task {

        private final CallInput input;
        private final EventDelivery delivery;
        private final Pace pace;
        private final BiConsumer<Result, AjoException> done;
        private final BatchCutter cutter = new BatchCutter(settings.maxBatchMessages(), settings.maxBatchBytes());
        /** Events that the component sends again. */
        private final Set<PreparedEvent> repeated = Collections.newSetFromMap(new IdentityHashMap<>());

        private String sandbox;
        private boolean tokenRenewed;
        private boolean ended;
        private int fruitless;
        private Answer last;
        private Duration pause = Duration.ZERO;
        private AjoException trouble;
        private IllegalArgumentException brokenOff;

        Sending(CallInput input, EventDelivery delivery, Pace pace, BiConsumer<Result, AjoException> done) {
            this.input = input;
            this.delivery = delivery;
            this.pace = pace;
            this.done = done;
            this.sandbox = input.sandbox();
        }

        @Override
        public void run() {
            goOn();
        }

        @Override
        public void reject(AjoRejectedException reason) {
            trouble = reason;
            finish();
        }

        /**
         * Sends request after request. A loop where answers arrive at once, because a chain of calls could have any
         * length.
         */
        void goOn() {
            try {
                while (true) {
                    if (!pause.isZero()) {
                        Duration wait = pause;
                        pause = Duration.ZERO;
                        input.trace().pause(wait);
                        pace.resume(this, wait);
                        return;
                    }
                    List<PreparedEvent> batch = nextBatch();
                    if (batch.isEmpty() || !send(batch)) {
                        if (batch.isEmpty()) {
                            finish();
                        }
                        return;
                    }
                }
            } catch (RuntimeException | Error e) {
                trouble = Failure.unexpected(e);
                finish();
            }
        }

        private List<PreparedEvent> nextBatch() {
            if (trouble != null || brokenOff != null || delivery.isOverwhelmed()) {
                return List.of();
            }
            return cutter.cut(this::nextToSend);
        }

        /** The next event that can be sent. Others get their outcome here. */
        private PreparedEvent nextToSend() {
            while (!delivery.isOverwhelmed()) {
                PreparedEvent event;
                try {
                    event = delivery.next(envelope);
                } catch (IllegalArgumentException e) {
                    // Events that were read are sent before the failure is reported.
                    brokenOff = e;
                    return null;
                }
                if (event == null) {
                    return null;
                }
                String problem = problem(event);
                if (problem == null) {
                    return event;
                }
                failed(event, EventOutcome.refused(event.index(), event.eventId(), null, problem));
            }
            return null;
        }

        private String problem(PreparedEvent event) {
            if (event.problem() != null) {
                return "not sent: " + event.problem();
            }
            int bytes = BatchCutter.FRAME + event.size();
            return bytes <= EventSettings.MAX_BYTES
                    ? null
                    : "not sent: it has " + bytes + " bytes with its envelope, allowed: " + EventSettings.MAX_BYTES;
        }

        /** Whether the answer has arrived already, so that the loop continues here. */
        private boolean send(List<PreparedEvent> batch) {
            AjoRequest request;
            try {
                request = requests.create(input.withBody(BatchCutter.json(batch)));
            } catch (RuntimeException e) {
                sendFirst(batch);
                throw e;
            }
            sandbox = request.sandbox();
            BooleanSupplier token = caller.rememberToken(request);
            AtomicReference<Object> first = new AtomicReference<>();
            Object here = new Object();
            Object there = new Object();
            try {
                caller.start(
                        settings.repeatUnknown() ? request.repeatable() : request, reader, pace, (answer, failure) -> {
                            take(batch, token, answer, failure);
                            if (!first.compareAndSet(null, there)) {
                                goOn();
                            }
                        });
            } catch (RuntimeException | Error e) {
                // The call was not admitted.
                sendFirst(batch);
                trouble = Failure.unexpected(e);
                return true;
            }
            return !first.compareAndSet(null, here);
        }

        private void take(List<PreparedEvent> batch, BooleanSupplier token, Answer answer, AjoException failure) {
            if (failure != null) {
                refused(batch, failure);
                return;
            }
            last = answer;
            delivery.sent();
            List<EventOutcome> told;
            boolean anotherToken;
            try {
                told = BatchAnswer.outcomes(batch, answer.body(), CLEAN);
                anotherToken = isWorthAnotherToken(told, token);
            } catch (RuntimeException | Error e) {
                // An answer that cannot be understood proves nothing, and no event may be forgotten for it.
                trouble = Failure.unexpected(e);
                unknown(batch, answer.status());
                return;
            }
            sort(batch, told, anotherToken, answer.retryAfter());
        }

        /** Once for each delivery, as with a call that is refused as a whole. */
        private boolean isWorthAnotherToken(List<EventOutcome> told, BooleanSupplier token) {
            if (tokenRenewed || told.stream().noneMatch(EventBatches::refusesToken)) {
                return false;
            }
            tokenRenewed = true;
            return token.getAsBoolean();
        }

        private void sort(
                List<PreparedEvent> batch, List<EventOutcome> told, boolean anotherToken, Duration retryAfter) {
            List<PreparedEvent> withAnotherToken = new ArrayList<>();
            List<PreparedEvent> toRepeat = new ArrayList<>();
            List<EventOutcome> why = new ArrayList<>();
            int taken = 0;
            boolean progress = false;
            for (int i = 0; i < batch.size(); i++) {
                PreparedEvent event = batch.get(i);
                EventOutcome outcome = told.get(i);
                if (outcome.wasTaken()) {
                    taken++;
                    progress |= repeated.remove(event);
                    note(outcome);
                } else if (anotherToken && refusesToken(outcome)) {
                    withAnotherToken.add(event);
                } else if (mayPass(outcome)) {
                    toRepeat.add(event);
                    why.add(outcome);
                } else {
                    failed(event, outcome);
                }
            }
            delivery.taken(taken);
            caller.eventsTaken(taken);
            if (!toRepeat.isEmpty()) {
                repeat(toRepeat, why, progress, retryAfter);
            }
            if (!withAnotherToken.isEmpty()) {
                sendFirst(withAnotherToken);
            }
        }

        /** Before all others, also before the one that did not fit into the last request. */
        private void sendFirst(List<PreparedEvent> events) {
            PreparedEvent held = cutter.takeHeld();
            if (held != null) {
                delivery.putBack(List.of(held));
            }
            delivery.putBack(events);
        }

        /** Whether an event may be sent again automatically, with a chance of success. */
        private boolean mayPass(EventOutcome outcome) {
            if (outcome.kind() == EventOutcome.Kind.UNKNOWN) {
                return settings.repeatUnknown();
            }
            return passes(outcome.status());
        }

        private void repeat(List<PreparedEvent> events, List<EventOutcome> why, boolean progress, Duration retryAfter) {
            boolean again = events.stream().anyMatch(repeated::contains);
            fruitless = again && !progress ? fruitless + 1 : 1;
            Duration wait = retries.delayAfter(
                    fruitless, new AjoRateLimitException("", details(sandbox, 429, true, retryAfter)));
            if (wait == null) {
                fruitless = 0;
                for (int i = 0; i < events.size(); i++) {
                    repeated.remove(events.get(i));
                    failed(events.get(i), why.get(i));
                }
                return;
            }
            repeated.addAll(events);
            sendFirst(events);
            pause = wait;
        }

        /** A request that was refused as a whole, or got no answer. */
        private void refused(List<PreparedEvent> batch, AjoException failure) {
            int status = failure.getStatusCode();
            if (status == TOO_LARGE && batch.size() > 1) {
                cutter.halve(batch);
                sendFirst(batch);
                return;
            }
            boolean ofTheEvents = failure instanceof AjoValidationException && status != 0 && status != 404;
            if (ofTheEvents) {
                String text = failure.getMessage();
                batch.forEach(
                        event -> failed(event, EventOutcome.refused(event.index(), event.eventId(), status, text)));
                return;
            }
            trouble = failure;
            if (Untaken.isProvenBy(failure)) {
                sendFirst(batch);
            } else {
                unknown(batch, status == 0 ? null : status);
            }
        }

        private void unknown(List<PreparedEvent> batch, Integer status) {
            batch.forEach(event -> failed(
                    event,
                    EventOutcome.unknown(
                            event.index(), event.eventId(), status, "the request has no usable answer")));
        }

        private void failed(PreparedEvent event, EventOutcome outcome) {
            delivery.failed(event, outcome);
            caller.eventNotTaken(outcome.kind() == EventOutcome.Kind.REFUSED);
            note(outcome);
        }

        private void note(EventOutcome outcome) {
            if (settings.answerPerMessage()) {
                delivery.note(outcome);
            }
        }

        // ---- The end

        private void finish() {
            if (ended) {
                return;
            }
            ended = true;
            tellTrace();
            PreparedEvent held = cutter.takeHeld();
            if (held != null) {
                delivery.putBack(List.of(held));
            }
            boolean complete = trouble == null && brokenOff == null && !delivery.isOverwhelmed();
            if (complete && (settings.answerPerMessage() || !delivery.hasFailures())) {
                Result result;
                try {
                    result = Result.of(answer().withBody(output.apply(body())));
                } catch (RuntimeException | Error e) {
                    done.accept(null, Failure.unexpected(e));
                    return;
                }
                done.accept(result, null);
            } else if (trouble != null && delivery.taken() == 0 && !delivery.hasFailures() && delivery.isWhole()) {
                // Nothing was accepted, so the call failed like any other.
                done.accept(null, trouble);
            } else {
                done.accept(null, partialFailure());
            }
        }

        private void tellTrace() {
            input.trace().count("ajo.events.sent", delivery.taken());
            List<EventOutcome> failed = delivery.failedOutcomes();
            long unknown = failed.stream()
                    .filter(outcome -> outcome.kind() == EventOutcome.Kind.UNKNOWN)
                    .count();
            input.trace().count("ajo.events.unknown", unknown);
            input.trace().count("ajo.events.refused", failed.size() - unknown);
        }

        private Answer answer() {
            return last == null ? new Answer(207, null, null, null, null, null, null) : last;
        }

        private Object body() {
            if (settings.answerPerMessage()) {
                return delivery.outcomes();
            }
            Map<String, Object> summary = new LinkedHashMap<>();
            summary.put("sent", delivery.taken());
            summary.put("requests", delivery.batches());
            return summary;
        }

        private AjoPartialFailureException partialFailure() {
            List<EventOutcome> failed = delivery.failedOutcomes();
            long unknown = failed.stream()
                    .filter(outcome -> outcome.kind() == EventOutcome.Kind.UNKNOWN)
                    .count();
            StringBuilder message = new StringBuilder("ajo:event?operation=sendBatch failed in part: ")
                    .append(delivery.taken())
                    .append(" events were taken, ")
                    .append(failed.size() - unknown)
                    .append(" refused, of ")
                    .append(unknown)
                    .append(" nobody knows");
            if (!failed.isEmpty()) {
                EventOutcome first = failed.get(0);
                message.append(". The first, number ")
                        .append(first.index())
                        .append(": ")
                        .append(first.status() == null ? "" : "HTTP " + first.status() + ", ")
                        .append(first.message());
            }
            if (brokenOff != null) {
                message.append(". Then ").append(brokenOff.getMessage());
            } else if (trouble != null) {
                message.append(". The rest was not sent: ").append(trouble.getMessage());
            } else if (delivery.isOverwhelmed()) {
                message.append(". The rest was not sent, because too many have failed");
            }
            int status = failed.stream()
                    .map(EventOutcome::status)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(trouble == null ? 0 : trouble.getStatusCode());
            return new AjoPartialFailureException(
                    message.toString(),
                    details(sandbox, status, isRetryable(failed), trouble == null ? null : trouble.getRetryAfter()),
                    failed,
                    delivery.remaining(),
                    delivery.taken(),
                    trouble == null && brokenOff != null ? brokenOff.getCause() : trouble);
        }

        /**
         * Whether the same exchange can be delivered again with a chance of success and without doing anything twice.
         */
        private boolean isRetryable(List<EventOutcome> failed) {
            boolean hope = trouble == null ? !failed.isEmpty() : trouble.isRetryable();
            return hope
                    && brokenOff == null
                    && failed.stream()
                            .allMatch(
                                    outcome -> outcome.kind() == EventOutcome.Kind.REFUSED && passes(outcome.status()));
        }
    }

    /** The host of events has both statuses for a token that has run out. */
    private static boolean refusesToken(EventOutcome outcome) {
        Integer status = outcome.status();
        return outcome.kind() == EventOutcome.Kind.REFUSED && status != null && (status == 401 || status == 403);
    }

    private static boolean passes(Integer status) {
        return status != null && (status == 429 || status >= 500);
    }
}

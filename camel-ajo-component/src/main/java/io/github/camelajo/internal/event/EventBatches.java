package io.github.camelajo.internal.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.exception.AjoException;
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
        private final BatchRepeats repeats = new BatchRepeats(retries, settings.repeatUnknown());

        private String sandbox;
        private boolean tokenRenewed;
        private boolean ended;
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
                    progress |= repeats.succeeded(event);
                    note(outcome);
                } else if (anotherToken && refusesToken(outcome)) {
                    withAnotherToken.add(event);
                } else if (repeats.isPossible(outcome)) {
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

        private void repeat(List<PreparedEvent> events, List<EventOutcome> why, boolean progress, Duration retryAfter) {
            Duration wait = repeats.delay(events, progress, details(sandbox, 429, true, retryAfter));
            if (wait == null) {
                for (int i = 0; i < events.size(); i++) {
                    failed(events.get(i), why.get(i));
                }
                return;
            }
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
                    EventOutcome.unknown(event.index(), event.eventId(), status, "the request has no usable answer")));
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

        private void finish() {
            if (ended) {
                return;
            }
            ended = true;
            PreparedEvent held = cutter.takeHeld();
            if (held != null) {
                delivery.putBack(List.of(held));
            }
            BatchEnd end = new BatchEnd(operation.id(), sandbox, delivery, settings, trouble, brokenOff);
            Result result = null;
            AjoException failure;
            try {
                end.tell(input.trace());
                failure = end.failure();
                if (failure == null) {
                    result = Result.of(answer().withBody(output.apply(end.body())));
                }
            } catch (RuntimeException | Error e) {
                failure = Failure.unexpected(e);
            }
            done.accept(result, failure);
        }

        /** Without an event there was no request. */
        private Answer answer() {
            return last == null ? new Answer(207, null, null, null, null, null, null) : last;
        }
    }

    /** The host of events has both statuses for a token that has run out. */
    private static boolean refusesToken(EventOutcome outcome) {
        Integer status = outcome.status();
        return outcome.kind() == EventOutcome.Kind.REFUSED && status != null && (status == 401 || status == 403);
    }
}

package io.github.camelajo.internal.event;

import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.answer.Answer;
import io.github.camelajo.internal.answer.AnswerReader;
import io.github.camelajo.internal.call.AjoCaller;
import io.github.camelajo.internal.call.Pace;
import io.github.camelajo.internal.flow.Result;
import io.github.camelajo.internal.flow.Runner;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.request.AjoRequest;
import io.github.camelajo.internal.request.AjoRequestFactory;
import io.github.camelajo.internal.request.CallInput;

/** Sends one event. */
public final class SingleEvent implements Runner {

    private static final String SYNC_VALIDATION = "syncValidation";
    /** Fields of Adobe's receipt. Samples and reference spell the first one differently, and none is promised. */
    private static final Set<String> RECEIPT = Set.of("inletId", "inletID", "xactionId", "receivedTimeMs");

    private final Operation operation;
    private final AjoCaller caller;
    private final AnswerReader reader;
    private final AjoRequestFactory requests;
    private final EventEnvelope envelope;
    private final EventSettings settings;
    private final ValidationGuard guard;
    private final BiFunction<CallInput, Answer, Result> results;

    /** @param results makes of the answer what the route gets */
    public SingleEvent(
            Operation operation,
            AjoCaller caller,
            AnswerReader reader,
            AjoRequestFactory requests,
            EventEnvelope envelope,
            EventSettings settings,
            ValidationGuard guard,
            BiFunction<CallInput, Answer, Result> results) {
        this.operation = operation;
        this.caller = caller;
        this.reader = reader;
        this.requests = requests;
        this.envelope = envelope;
        this.settings = settings;
        this.guard = guard;
        this.results = results;
    }

    @Override
    public void start(CallInput input, Pace pace, BiConsumer<Result, AjoException> done) {
        PreparedEvent event = Deliveries.of(input).single(envelope);
        if (event.problem() != null) {
            throw refusal(input, "the body cannot be sent: " + event.problem());
        }
        if (event.size() > EventSettings.MAX_BYTES) {
            throw refusal(
                    input,
                    "the event has " + event.size() + " bytes with its envelope, allowed: " + EventSettings.MAX_BYTES);
        }
        AjoRequest request = requests.create(input.withBody(event.json()));
        if (Boolean.parseBoolean(String.valueOf(requests.parameter(input, SYNC_VALIDATION)))) {
            guard.check(request);
        }
        caller.start(settings.repeatUnknown() ? request.repeatable() : request, reader, pace, (answer, failure) -> {
            if (failure != null) {
                caller.eventNotTaken(Untaken.isProvenBy(failure));
                done.accept(null, failure);
            } else if (!isReceipt(answer.body())) {
                caller.eventNotTaken(false);
                done.accept(null, unproven(request, answer));
            } else {
                caller.eventsTaken(1);
                done.accept(results.apply(input, identified(answer, event)), null);
            }
        });
    }

    /** A proxy can answer 200 too. */
    private static boolean isReceipt(Object body) {
        return body instanceof Map<?, ?> map && RECEIPT.stream().anyMatch(map::containsKey);
    }

    private AjoInvalidResponseException unproven(AjoRequest request, Answer answer) {
        return new AjoInvalidResponseException(
                "ajo:event?operation=send: the answer is no receipt, so nobody knows whether the event was taken",
                new ErrorDetails(
                        operation.id(),
                        request.sandbox(),
                        answer.status(),
                        null,
                        null,
                        answer.requestId(),
                        false,
                        null));
    }

    /** The {@code _id} of the event counts as the id of what was created. */
    private static Answer identified(Answer answer, PreparedEvent event) {
        return event.eventId() == null
                ? answer
                : new Answer(
                        answer.status(),
                        answer.body(),
                        answer.etag(),
                        answer.location(),
                        event.eventId(),
                        answer.requestId(),
                        answer.retryAfter());
    }

    private AjoValidationException refusal(CallInput input, String reason) {
        caller.eventNotTaken(true);
        return new AjoValidationException(
                "ajo:event?operation=send was not sent: " + reason,
                ErrorDetails.of(operation.id(), input.sandbox(), false));
    }
}

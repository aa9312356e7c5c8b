package io.github.camelajo.internal.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoPartialFailureException;
import io.github.camelajo.internal.answer.Answer;
import io.github.camelajo.internal.failure.Failure;
import io.github.camelajo.internal.flow.Result;
import io.github.camelajo.internal.request.CallInput;
import io.github.camelajo.internal.request.RequestBodies;
import io.github.camelajo.internal.storage.ClaimedItem;
import io.github.camelajo.internal.storage.OutboxBatch;
import io.github.camelajo.internal.text.Masking;
import io.github.camelajo.model.EventOutcome;
import io.github.camelajo.spi.ItemOutcome;

/** Makes a call of a batch, and of what comes back an outcome for each item. */
final class BatchCall {

    private final DeliveryKind kind;
    private final RequestBodies bodies;
    private final String sandbox;
    private final Function<CallInput, Result> calls;

    /**
     * @param sandbox of items that name none, or {@code null}
     * @param calls   carries the operation of the kind out on the calling thread, or throws an {@link AjoException}
     */
    BatchCall(DeliveryKind kind, RequestBodies bodies, String sandbox, Function<CallInput, Result> calls) {
        this.kind = kind;
        this.bodies = bodies;
        this.sandbox = sandbox;
        this.calls = calls;
    }

    CallResult make(OutboxBatch batch) {
        try {
            return carryOut(batch);
        } catch (RuntimeException e) {
            // Whatever it is: without a result the items would be called for as long as this process lives.
            return failed(Failure.unexpected(e));
        }
    }

    private CallResult carryOut(OutboxBatch batch) {
        List<StoredItem> items = new ArrayList<>();
        List<ItemOutcome> unreadable = new ArrayList<>();
        for (ClaimedItem item : batch.items()) {
            try {
                items.add(StoredItem.read(bodies, item.payload()));
                unreadable.add(ItemOutcome.again(null, Duration.ZERO));
            } catch (IllegalArgumentException e) {
                unreadable.add(ItemOutcome.refused("Not sent: " + e.getMessage()));
            }
        }
        if (items.size() < batch.items().size()) {
            return CallResult.each(unreadable, 0, null);
        }
        return carryOut(batch, items);
    }

    private CallResult carryOut(OutboxBatch batch, List<StoredItem> items) {
        // All items of a batch have the same.
        CallSettings settings = items.get(0).settings();
        String where = settings.sandbox() == null ? sandbox : settings.sandbox();
        List<Map<?, ?>> contents = new ArrayList<>();
        items.forEach(item -> contents.add(item.body()));
        Object body = kind == DeliveryKind.MESSAGE
                ? ItemMaker.call(settings.campaignId(), batch.requestId(), contents)
                : contents;
        CallInput input = new CallInput(where, settings.parameters(), null, body, batch.requestId(), null)
                .withCallId(batch.requestId());
        try {
            Answer answer = calls.apply(input).answer();
            return kind == DeliveryKind.EVENT ? events(answer, items.size()) : all(answer, items.size());
        } catch (AjoPartialFailureException e) {
            return partly(e, contents);
        }
    }

    private static CallResult failed(AjoException failure) {
        return CallResult.failed(
                Verdict.of(failure), failure.getStatusCode(), failure.getRetryAfter(), text(failure.getMessage()));
    }

    private static String text(String message) {
        return Masking.clean(message);
    }

    private CallResult all(Answer answer, int size) {
        Object execution = answer.body() instanceof Map<?, ?> map ? map.get("executionId") : null;
        String id = execution == null ? answer.requestId() : execution.toString();
        return CallResult.each(Collections.nCopies(size, ItemOutcome.sent(id)), answer.status(), null);
    }

    private static CallResult events(Answer answer, int size) {
        List<ItemOutcome> outcomes = new ArrayList<>(Collections.nCopies(size, unsaid()));
        if (answer.body() instanceof List<?> told) {
            told.stream()
                    .filter(EventOutcome.class::isInstance)
                    .map(EventOutcome.class::cast)
                    .forEach(outcome -> outcomes.set(outcome.index(), outcome(outcome, answer.retryAfter())));
        }
        return CallResult.each(outcomes, answer.status(), answer.retryAfter());
    }

    private static ItemOutcome unsaid() {
        return ItemOutcome.unknown("The answer says nothing of this event");
    }

    /** The failure names those that were sent and not taken, and holds those that were not sent. All others were taken. */
    private static CallResult partly(AjoPartialFailureException failure, List<Map<?, ?>> events) {
        Duration asked = failure.getRetryAfter();
        Set<Object> left = Collections.newSetFromMap(new IdentityHashMap<>());
        failure.remaining().forEachRemaining(left::add);
        List<ItemOutcome> outcomes = new ArrayList<>();
        for (Map<?, ?> event : events) {
            outcomes.add(left.contains(event) ? again(failure.getMessage(), asked) : ItemOutcome.sent(null));
        }
        failure.outcomes().forEach(outcome -> outcomes.set(outcome.index(), outcome(outcome, asked)));
        return CallResult.each(outcomes, failure.getStatusCode(), asked);
    }

    private static ItemOutcome outcome(EventOutcome outcome, Duration asked) {
        return switch (outcome.kind()) {
            case TAKEN -> ItemOutcome.sent(outcome.transactionId());
            case UNKNOWN -> ItemOutcome.unknown(text(outcome.message()));
            case REFUSED ->
                passes(outcome.status())
                        ? again(outcome.message(), asked)
                        : ItemOutcome.refused(text(outcome.message()));
        };
    }

    private static ItemOutcome again(String reason, Duration asked) {
        return ItemOutcome.again(text(reason), asked == null ? Duration.ZERO : asked);
    }

    /** Adobe has refused this event alone, for a reason that passes. */
    private static boolean passes(Integer status) {
        return status != null && (status == 429 || status >= 500);
    }
}

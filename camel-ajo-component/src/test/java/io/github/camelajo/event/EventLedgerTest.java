package io.github.camelajo.event;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoPartialFailureException;
import io.github.camelajo.model.EventOutcome;
import io.github.camelajo.model.EventOutcome.Kind;
import io.github.camelajo.simulator.control.BatchAnswerForm;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.testkit.EventTestSupport;
import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A host that does everything wrong, and a ledger: what is called taken is there, what is called refused is not, and in the end all is. */
class EventLedgerTest extends EventTestSupport {

    private static final int EVENTS = 120;
    private static final String SEND_SEVEN = SEND.replace("maxBatchMessages=4", "maxBatchMessages=7&maxRetries=1");

    private final Set<Object> taken = new HashSet<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyEventIsSentAndNoneIsCalledSentThatWasNot(long seed) {
        Random random = new Random(seed);
        List<Object> left = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            left.add(Map.of("_id", "e" + i, "text", "x".repeat(random.nextInt(200))));
        }
        int rounds = 0;
        while (!left.isEmpty()) {
            assertThat(++rounds).as("rounds of seed %d", seed).isLessThan(200);
            if (rounds < 40) {
                misbehave(random);
            }
            left = round(left);
        }
        for (int i = 0; i < EVENTS; i++) {
            assertThat(simulator().events().count("e" + i)).as("e" + i).isPositive();
        }
    }

    private static void misbehave(Random random) {
        simulator().events().answerForm(BatchAnswerForm.values()[random.nextInt(3)]);
        simulator().events().shuffleAnswers(random.nextInt(4) == 0);
        simulator().events().dropAnswers(random.nextInt(4) == 0 ? random.nextInt(8) : 0);
        if (random.nextInt(3) == 0) {
            simulator().events().refuseNext(random.nextInt(6), random.nextBoolean() ? 429 : 400, "no");
        }
        Fault.Builder fault = Fault.builder().pathPrefix("/collection");
        switch (random.nextInt(8)) {
            case 0 -> simulator().failNext(fault.reset().build());
            case 1 -> simulator().failNext(fault.empty().build());
            case 2 -> simulator().failNext(fault.malformed().build());
            case 3 -> simulator().failNext(fault.status(429).build());
            case 4 -> simulator().failNext(fault.status(503).build());
            case 5 -> simulator().failNext(fault.status(500).build());
            case 6 -> simulator().failNext(fault.status(413).build());
            default -> {
                // For once all is well.
            }
        }
    }

    /** Sends what is left, holds the ledger to what became of it, and gives back what is still left. */
    private List<Object> round(List<Object> events) {
        Exchange done = send(SEND_SEVEN, events);
        List<Object> left = new ArrayList<>();
        if (done.getException() instanceof AjoPartialFailureException partial) {
            partial.outcomes().forEach(this::check);
            partial.remaining().forEachRemaining(left::add);
            assertThat(partial.taken()).isEqualTo(events.size() - left.size());
        } else if (done.getException() != null) {
            assertThat(done.getException()).isInstanceOf(AjoException.class);
            left.addAll(events);
        }
        Set<Object> ids = new HashSet<>();
        left.forEach(event -> ids.add(id(event)));
        assertThat(ids).hasSameSizeAs(left);
        for (Object event : events) {
            if (!ids.contains(id(event))) {
                taken.add(id(event));
                assertThat(simulator().events().count(id(event).toString()))
                        .as("called taken: %s", id(event))
                        .isPositive();
            }
        }
        return left;
    }

    private void check(EventOutcome outcome) {
        assertThat(taken).doesNotContain(outcome.eventId());
        assertThat(outcome.kind()).isNotEqualTo(Kind.TAKEN);
    }

    private static Object id(Object event) {
        return ((Map<?, ?>) event).get("_id");
    }
}

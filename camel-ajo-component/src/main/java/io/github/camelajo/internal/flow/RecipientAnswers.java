package io.github.camelajo.internal.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelajo.internal.answer.Answer;
import io.github.camelajo.internal.operation.Operation;

/** Tells for each recipient of a call which execution it belongs to. */
final class RecipientAnswers {

    /** The field of a request that holds the recipients. */
    static final String FIELD = "recipients";

    private RecipientAnswers() {}

    /** Only sending a message has recipients and an execution. */
    static boolean isPossible(Operation operation) {
        return operation.api().equals("message")
                && operation.body().fields().stream()
                        .anyMatch(field -> field.name().equals(FIELD));
    }

    static Result of(Answer answer, Object recipients) {
        if (!(recipients instanceof Collection<?> several)) {
            // The body could be read only once, so its recipients are unknown.
            return Result.of(answer);
        }
        List<Object> answers = new ArrayList<>();
        for (Object recipient : several) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("recipient", recipient);
            entry.put("executionId", AnswerFields.at(answer.body(), "executionId"));
            entry.put("requestId", AnswerFields.at(answer.body(), "requestId"));
            answers.add(entry);
        }
        return Result.of(answer.withBody(answers));
    }
}

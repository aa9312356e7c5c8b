package io.github.camelajo.internal.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.answer.Answer;
import io.github.camelajo.internal.answer.MaskedMap;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.request.CallInput;
import io.github.camelajo.internal.text.PlainDecimals;
import io.github.camelajo.result.OutputType;
import org.apache.camel.RuntimeCamelException;

/**
 * Turns an answer into what a route expects: the items of a list without its wrapper, the resource rather than the
 * field that holds it, records rather than maps.
 */
public final class AnswerShaper {

    private final Operation operation;
    private final OutputType outputType;
    private final ObjectMapper mapper;
    private final Class<?> recordType;

    /** @param recordType typed record of the answer or of its items, {@code null} when there is none */
    public AnswerShaper(Operation operation, OutputType outputType, ObjectMapper mapper, Class<?> recordType) {
        this.operation = operation;
        this.outputType = outputType;
        this.mapper = outputType == OutputType.JSON ? PlainDecimals.in(mapper) : mapper;
        this.recordType = recordType;
    }

    /**
     * The result of one call.
     *
     * @param asked number or cursor that a page was asked for with
     */
    Result shape(CallInput input, Answer answer, Object asked) {
        if (outputType == OutputType.JSON && operation.paging().hasPages() && answer.body() instanceof String text) {
            Page page = Page.of(operation.paging(), parsed(text), asked);
            return new Result(answer, true, page.next(), page.totalPages(), null);
        }
        if (outputType == OutputType.JSON || outputType == OutputType.STREAM) {
            return Result.of(answer);
        }
        if (answer.body() == null) {
            return Result.of(answer.withBody(created(answer)));
        }
        if (operation.paging().isList()) {
            return shapeList(input, answer, asked);
        }
        Object wanted = AnswerFields.at(answer.body(), operation.result());
        return Result.of(answer.withBody(item(input, wanted == null ? answer.body() : wanted)));
    }

    /** Some creations tell only in headers what was created; a route wants to go on with the id. */
    private static Map<String, Object> created(Answer answer) {
        if (answer.status() != 201 || answer.location() == null && answer.resourceId() == null) {
            return null;
        }
        Map<String, Object> created = new LinkedHashMap<>();
        created.put("id", answer.resourceId() == null ? lastSegment(answer.location()) : answer.resourceId());
        if (answer.location() != null) {
            created.put("location", answer.location());
        }
        if (answer.etag() != null) {
            created.put("etag", answer.etag());
        }
        return created;
    }

    private static String lastSegment(String location) {
        int end = location.endsWith("/") ? location.length() - 1 : location.length();
        return location.substring(location.lastIndexOf('/', end - 1) + 1, end);
    }

    private Result shapeList(CallInput input, Answer answer, Object asked) {
        Page page = Page.of(operation.paging(), answer.body(), asked);
        if (page.items() == null) {
            // Better everything than nothing: some lists are not documented in detail.
            return Result.of(answer);
        }
        List<Object> items = page.items();
        if (outputType == OutputType.POJO && recordType != null) {
            items = new ArrayList<>(items.size());
            for (Object item : page.items()) {
                items.add(item(input, item));
            }
        }
        return new Result(answer.withBody(items), operation.paging().hasPages(), page.next(), page.totalPages(), null);
    }

    /** Shapes the last answer about a job. */
    Object job(CallInput input, Answer answer) {
        return answer.body() == null ? null : item(input, answer.body());
    }

    /** Shapes one item of a list that is walked. */
    public Object item(CallInput input, Object item) {
        return switch (outputType) {
            case POJO -> typed(input, item);
            case JSON -> json(item);
            case MAP, STREAM ->
                operation.secretFields().isEmpty() || !(item instanceof Map<?, ?> map)
                        ? item
                        : new MaskedMap(map, operation.secretFields());
        };
    }

    /** Some operations that are no lists answer with a list, for example when several entries are added. */
    private Object typed(CallInput input, Object value) {
        if (recordType == null || value == null) {
            return value;
        }
        if (value instanceof List<?> several) {
            return several.stream().map(one -> typed(input, one)).toList();
        }
        try {
            return mapper.convertValue(value, recordType);
        } catch (IllegalArgumentException e) {
            // The original message quotes the answer.
            throw new AjoInvalidResponseException(
                    operation.id() + " was carried out, but its answer does not fit the record "
                            + recordType.getSimpleName() + "; use outputType=map",
                    ErrorDetails.of(operation.id(), input.sandbox(), false));
        }
    }

    /** The outcome of many events: an entry for each, or their number. */
    public Object outcome(Object value) {
        if (value instanceof List<?> outcomes) {
            List<Object> items = outcomes.stream()
                    .map(item -> outputType == OutputType.POJO ? item : mapper.convertValue(item, Map.class))
                    .collect(Collectors.toList());
            return collect(items);
        }
        return outputType == OutputType.JSON ? json(value) : value;
    }

    /** Shapes all items of a list that was walked. */
    Object collect(List<Object> items) {
        return outputType == OutputType.JSON ? json(items) : items;
    }

    /** Whether items are returned as JSON text. */
    boolean isJson() {
        return outputType == OutputType.JSON;
    }

    /**
     * Parsed only to find the next page. An answer that cannot be parsed has none, and the route still gets the text.
     */
    private Object parsed(String text) {
        try {
            return mapper.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            return Map.of();
        }
    }

    private String json(Object value) {
        try {
            return value instanceof JsonNode node ? node.toString() : mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new RuntimeCamelException("A JSON answer could not be written again", e);
        }
    }
}

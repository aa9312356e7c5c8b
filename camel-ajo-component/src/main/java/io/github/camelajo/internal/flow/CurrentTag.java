package io.github.camelajo.internal.flow;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.call.Pace;
import io.github.camelajo.internal.failure.Failure;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.Parameter;
import io.github.camelajo.internal.request.CallInput;

/**
 * Reads the ETag of a resource right before changing it, for routes that do not mind overwriting changes made since
 * they read it. Adobe still refuses a change that comes in between.
 */
public final class CurrentTag implements Runner {

    /** The value of the option ifMatch that asks for this. */
    public static final String AUTO = "auto";

    private final Operation operation;
    private final Runner get;
    private final Runner change;

    /**
     * @param get    reads the resource; {@code null} when nothing is known that does, so that there is no way to read the tag
     * @param change changes it
     */
    public CurrentTag(Operation operation, Runner get, Runner change) {
        this.operation = operation;
        this.get = get;
        this.change = change;
    }

    /** Why the ETag cannot be read for this operation. */
    public static String noAuto(Operation operation) {
        return "ifMatch=" + AUTO + " is not possible for " + operation.id()
                + ": only the version of templates and fragments can be read beforehand. Allowed: the value of the ETag, "
                + "with its quotes";
    }

    @Override
    public void start(CallInput input, Pace pace, BiConsumer<Result, AjoException> done) {
        if (!AUTO.equals(input.ifMatch())) {
            change.start(input, pace, done);
            return;
        }
        CallInput reading = reading(input);
        get.start(reading, pace, (result, failure) -> {
            if (failure != null) {
                done.accept(null, failure);
                return;
            }
            try {
                change.start(input.withIfMatch(tag(result, input)), pace, done);
            } catch (RuntimeException | Error e) {
                done.accept(null, Failure.unexpected(e));
            }
        });
    }

    private CallInput reading(CallInput input) {
        if (get == null) {
            throw new AjoValidationException(
                    noAuto(operation) + ". Nothing was sent", ErrorDetails.of(operation.id(), input.sandbox(), false));
        }
        Map<String, Object> path = operation.pathParameters().stream()
                .map(Parameter::name)
                .filter(name -> input.parameters().get(name) != null)
                .collect(Collectors.toMap(
                        name -> name, name -> input.parameters().get(name)));
        return input.withParameters(path).withIfMatch(null).withoutBody();
    }

    private String tag(Result result, CallInput input) {
        String tag = result.answer().etag();
        if (tag == null) {
            throw new AjoInvalidResponseException(
                    operation.id()
                            + ": Adobe sent no ETag for the resource, so it cannot be changed with ifMatch=auto. Nothing was changed",
                    ErrorDetails.of(operation.id(), input.sandbox(), false));
        }
        return tag;
    }
}

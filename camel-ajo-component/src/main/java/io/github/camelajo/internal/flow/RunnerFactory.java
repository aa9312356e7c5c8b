package io.github.camelajo.internal.flow;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.internal.answer.AnswerReader;
import io.github.camelajo.internal.call.AjoCaller;
import io.github.camelajo.internal.operation.HttpMethod;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.request.AjoRequestFactory;
import io.github.camelajo.internal.request.CallInput;
import io.github.camelajo.internal.request.RawCall;
import io.github.camelajo.model.PackagePromotion;
import io.github.camelajo.result.OutputType;
import io.github.camelajo.result.PagingMode;

/**
 * Creates the runners of operations.
 *
 * @param caller          makes the calls
 * @param mapper          for JSON
 * @param outputType      what answers become
 * @param paging          how much of a list a call brings
 * @param limits          how much is read of answers and lists
 * @param perRecipient    whether the answer of sending a message has an entry for each recipient
 * @param pollPlan         how jobs are waited for, {@code null} when they are not
 * @param richReport      whether the check of a connection tells about sandboxes, for one more call
 * @param requests        makes the requests of an operation
 */
public record RunnerFactory(
        AjoCaller caller,
        ObjectMapper mapper,
        OutputType outputType,
        PagingMode paging,
        AnswerLimits limits,
        boolean perRecipient,
        PollPlan pollPlan,
        boolean richReport,
        Function<Operation, AjoRequestFactory> requests) {

    /**
     * Creates the runner of an operation.
     *
     * @param rawDefaults what the endpoint says of a raw request
     * @param recordTypes typed record of the answer of an operation or of its items, {@code null} when there is none
     */
    public Runner create(Operation operation, RawCall rawDefaults, Function<Operation, Class<?>> recordTypes) {
        AjoRequestFactory factory = requests.apply(operation);
        return switch (operation.kind()) {
            case RAW ->
                new SingleCall(
                        caller,
                        reader(outputType),
                        input -> factory.createRaw(input, given -> rawCall(given, rawDefaults)),
                        (input, answer) -> Result.of(answer));
            case VERIFY -> new ConnectionCheck(plain(operation), richReport ? sandboxes() : null);
            case CALL -> call(operation, factory, recordTypes);
            case PROMOTE -> promotion(operation, factory);
            case APPLY, EXPORT, ADD -> throw new IllegalArgumentException(operation.id() + " is not a call");
        };
    }

    /**
     * Checks that the component can wait for an operation.
     *
     * @throws IllegalArgumentException naming those that can
     */
    public static void checkWaiting(Operation operation) {
        JobWatch.refuseWithoutJob(operation);
    }

    /** One call. Its answer is returned as maps, as Adobe sent it. */
    public Runner plain(Operation operation) {
        AjoRequestFactory factory = requests.apply(operation);
        return new SingleCall(caller, itemReader(), factory::create, (input, answer) -> Result.of(answer));
    }

    /** Lists all sandboxes that the credential can see, as maps. */
    public Runner sandboxes() {
        Operation list = OperationCatalog.require("sandbox", "list");
        return new PagedList(
                list,
                caller,
                reader(OutputType.MAP),
                requests.apply(list),
                new AnswerShaper(list, OutputType.MAP, mapper, null),
                limits,
                false);
    }

    private AnswerShaper shaper(Operation operation, Function<Operation, Class<?>> recordTypes) {
        return new AnswerShaper(operation, outputType, mapper, recordTypes.apply(operation));
    }

    private Runner call(Operation operation, AjoRequestFactory factory, Function<Operation, Class<?>> recordTypes) {
        AnswerShaper shaper = shaper(operation, recordTypes);
        boolean text = outputType == OutputType.JSON || outputType == OutputType.STREAM;
        if (text && !operation.secretFields().isEmpty()) {
            throw new IllegalArgumentException("outputType=" + outputType.name().toLowerCase(Locale.ROOT)
                    + " is not possible for " + operation.id()
                    + ": the answer contains a secret, which would be in the body as text. Allowed: map, pojo");
        }
        if (pollPlan != null && JobWatch.isPossible(operation)) {
            refuseStream("awaitCompletion is not possible");
            Map<Operation, Runner> plain = new ConcurrentHashMap<>();
            return new JobWait(
                    operation,
                    factory,
                    asked -> plain.computeIfAbsent(asked, this::plain),
                    // The last answer can come from another operation than the one that was called.
                    (last, input, answer) -> shaper(last, recordTypes).job(input, answer),
                    pollPlan,
                    System::nanoTime);
        }
        if (paging != PagingMode.PAGE && operation.paging().mayBeCutOff()) {
            throw new IllegalArgumentException("paging=" + paging.name().toLowerCase(Locale.ROOT)
                    + " is not possible for " + operation.id()
                    + ": Adobe documents no way to get the next page. Allowed: page, with a pageSize that"
                    + " is large enough");
        }
        boolean walks = paging == PagingMode.ITERATOR
                || paging == PagingMode.ALL && operation.paging().hasPages();
        if (walks && operation.paging().isList()) {
            refuseStream("paging=" + paging.name().toLowerCase(Locale.ROOT) + " is not possible, allowed: page");
            return new PagedList(
                    operation, caller, itemReader(), factory, shaper, limits, paging == PagingMode.ITERATOR);
        }
        if (perRecipient && RecipientAnswers.isPossible(operation)) {
            return new RereadableBody(
                    factory,
                    new SingleCall(
                            caller,
                            reader(OutputType.MAP),
                            factory::create,
                            (input, answer) ->
                                    RecipientAnswers.of(answer, factory.bodyField(input, RecipientAnswers.FIELD))));
        }
        String cursor = operation.paging().cursorParam();
        return new SingleCall(
                caller,
                reader(outputType),
                factory::create,
                (input, answer) ->
                        shaper.shape(input, answer, cursor == null ? null : factory.parameter(input, cursor)));
    }

    private Runner promotion(Operation operation, AjoRequestFactory factory) {
        refuseStream("promote is not possible");
        Map<Operation, Runner> plain = new ConcurrentHashMap<>();
        Function<Operation, Runner> plainRunners = asked -> plain.computeIfAbsent(asked, this::plain);
        Class<?> record = outputType == OutputType.POJO ? PackagePromotion.class : null;
        AnswerShaper shaper = new AnswerShaper(operation, outputType, mapper, record);
        return new Promotion(
                operation,
                factory,
                plainRunners,
                asked -> new JobWait(
                        asked,
                        requests.apply(asked),
                        plainRunners,
                        (last, input, answer) -> answer.body(),
                        pollPlan,
                        System::nanoTime),
                factory.organizationId(),
                shaper::item,
                InstantSource.system());
    }

    private void refuseStream(String consequence) {
        if (outputType == OutputType.STREAM) {
            throw new IllegalArgumentException("outputType=stream returns one answer as it arrives, so " + consequence);
        }
    }

    /** Items that are written as JSON again keep their numbers as Adobe wrote them. */
    private AnswerReader itemReader() {
        AnswerReader items = reader(OutputType.MAP);
        return outputType == OutputType.JSON ? items.withExactNumbers() : items;
    }

    private AnswerReader reader(OutputType type) {
        return new AnswerReader(mapper, type, limits.responseBytes(), limits.streamIdle(), InstantSource.system());
    }

    private static RawCall rawCall(CallInput input, RawCall defaults) {
        Map<String, ?> given = input.parameters();
        return new RawCall(
                method(given.get("httpMethod"), defaults.method()),
                text(given.get("path"), defaults.path()),
                text(given.get("query"), defaults.query()),
                text(given.get("contentType"), defaults.contentType()),
                text(given.get("accept"), defaults.accept()));
    }

    private static String text(Object given, String otherwise) {
        return given == null ? otherwise : given.toString();
    }

    private static HttpMethod method(Object given, HttpMethod otherwise) {
        return given == null ? otherwise : parseMethod(given.toString());
    }

    /**
     * @throws IllegalArgumentException when it is not a method that Adobe uses
     */
    public static HttpMethod parseMethod(String name) {
        try {
            return HttpMethod.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("httpMethod is '" + name + "', allowed: GET, POST, PUT, PATCH, DELETE");
        }
    }
}

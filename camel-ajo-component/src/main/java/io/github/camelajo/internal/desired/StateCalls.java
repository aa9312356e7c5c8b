package io.github.camelajo.internal.desired;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.internal.operation.HttpMethod;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;

/** Makes the calls of one run. No thread is held while waiting. */
public interface StateCalls {

    /**
     * One call of the catalogue.
     *
     * @param api        API, such as capping
     * @param operation  operation of it
     * @param parameters path and query parameters by Adobe's names
     * @param body       what is sent, {@code null} for nothing
     * @param ifMatch    version that must still be there, {@code null} for any
     * @param awaited    whether the job it starts, or tells about, is waited for
     */
    record Call(
            String api,
            String operation,
            Map<String, Object> parameters,
            Object body,
            String ifMatch,
            boolean awaited) {

        static Call of(String api, String operation) {
            return new Call(api, operation, Map.of(), null, null, false);
        }

        Call with(Map<String, Object> newParameters) {
            return new Call(api, operation, newParameters, body, ifMatch, awaited);
        }

        Call withBody(Object newBody) {
            return new Call(api, operation, parameters, newBody, ifMatch, awaited);
        }

        Call withIfMatch(String etag) {
            return new Call(api, operation, parameters, body, etag, awaited);
        }

        Call untilItsEnd() {
            return new Call(api, operation, parameters, body, ifMatch, true);
        }

        /** Api and operation. */
        public String id() {
            return api + "." + operation;
        }

        /** Whether it changes something. Two lists are read with POST. */
        boolean writes() {
            Operation called = OperationCatalog.require(api, operation);
            return called.method() != HttpMethod.GET && !READ_WITH_POST.contains(operation);
        }

        @Override
        public String toString() {
            return id();
        }
    }

    /** Operations that read although they are not a GET. */
    Set<String> READ_WITH_POST = Set.of("list");

    /**
     * The answer to a call.
     *
     * @param body       Map or List, {@code null} for nothing
     * @param etag       version, {@code null} for none
     * @param resourceId id of what was created where only a header tells it
     */
    record Answer(Object body, String etag, String resourceId) {}

    /** Makes a call. It may end on any thread. A failure is an {@link AjoException}. */
    CompletableFuture<Answer> call(Call call);

    /** Continues later, on a thread that may make calls. */
    void later(Duration delay, Runnable task, Consumer<AjoException> rejected);

    /** How many items may be processed at a time. */
    int lanes();

    /** The type of the sandbox: production or development; {@code null} if it is unknown. Never fails. */
    CompletableFuture<String> sandboxType();
}

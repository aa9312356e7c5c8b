package io.github.camelajo.internal.desired;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.AjoNotFoundException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.flow.AnswerFields;

/**
 * One object with everything that a comparison needs.
 *
 * @param id   identifier
 * @param raw  the object
 * @param etag its version, {@code null} where Adobe has none
 * @param live what is live of a fragment, {@code null} for nothing
 */
record Detail(String id, Map<String, Object> raw, String etag, Map<String, Object> live) {

    /** An object that its list contains completely. */
    static Detail of(Found found) {
        return new Detail(found.id(), found.raw(), null, null);
    }

    /** Whether Adobe is publishing it. */
    boolean isPublishing() {
        return "PUBLISHING".equals(raw.get("status"));
    }

    /** The last editor, as the end of a sentence. */
    String editor() {
        String by = Found.by(raw);
        String at = Found.at(raw);
        return (by == null ? "" : ", by " + by) + (at == null ? "" : ", at " + at);
    }

    /** Reads an object; {@code null} if it no longer exists. */
    static CompletableFuture<Detail> read(StateCalls calls, StateKind kind, String id, boolean live) {
        CompletableFuture<Detail> draft = orNull(
                        calls.call(StateCalls.Call.of(kind.api(), "get").with(Map.of(kind.idParam(), id))))
                .thenApply(answer -> answer == null ? null : of(kind, id, answer));
        if (!live || kind.after() != StateKind.After.PUBLISH) {
            return draft;
        }
        return draft.thenCompose(detail -> detail == null
                ? CompletableFuture.completedFuture(null)
                : orNull(calls.call(StateCalls.Call.of(kind.api(), "getLive").with(Map.of(kind.idParam(), id))))
                        .thenApply(answer -> answer == null || !(answer.body() instanceof Map<?, ?> body)
                                ? detail
                                : new Detail(id, detail.raw(), detail.etag(), AnswerFields.map(body))));
    }

    private static Detail of(StateKind kind, String id, StateCalls.Answer answer) {
        // Capping and throttling wrap the object.
        Object body = AnswerFields.at(answer.body(), "result") instanceof Map<?, ?> inner ? inner : answer.body();
        if (!(body instanceof Map<?, ?> object)) {
            throw new AjoInvalidResponseException(
                    kind.api() + ".get: the answer is not an object",
                    ErrorDetails.of(kind.api() + ".get", null, false));
        }
        return new Detail(id, AnswerFields.map(object), answer.etag(), null);
    }

    /** An answer; {@code null} if the address does not exist. */
    private static CompletableFuture<StateCalls.Answer> orNull(CompletableFuture<StateCalls.Answer> coming) {
        return coming.handle((answer, failure) -> {
            if (failure == null) {
                return answer;
            }
            AjoException known = Futures.failure(failure);
            if (known instanceof AjoNotFoundException) {
                return null;
            }
            throw known;
        });
    }
}

package io.github.camelajo.internal.answer;

import java.io.InputStream;
import java.time.Duration;

/**
 * A successful answer after it was read.
 *
 * @param status     HTTP status
 * @param body       Map, List, text, typed record, {@link InputStream} or {@code null} when nothing came
 * @param etag       version of the resource with its quotes, or {@code null}
 * @param location   address of what was created, or {@code null}
 * @param resourceId id of what was created when only a header tells it, or {@code null}
 * @param requestId  id of the call at Adobe, or {@code null}
 * @param retryAfter how long Adobe asks to wait before the outcome of a job is asked for, or {@code null}
 */
public record Answer(
        int status,
        Object body,
        String etag,
        String location,
        String resourceId,
        String requestId,
        Duration retryAfter) {

    /** The same answer with another body. */
    public Answer withBody(Object other) {
        return new Answer(status, other, etag, location, resourceId, requestId, retryAfter);
    }
}

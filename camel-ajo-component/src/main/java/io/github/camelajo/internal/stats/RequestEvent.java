package io.github.camelajo.internal.stats;

import io.github.camelajo.internal.trace.Outgoing;

/**
 * A request that has been answered, or never will be. A call has several when it is made again.
 *
 * @param request what left
 * @param status  HTTP status, 0 without an answer
 * @param failure why there is no answer, in one word; {@code null} with one
 * @param nanos   time until the head of the answer
 */
public record RequestEvent(Outgoing request, int status, String failure, long nanos) {}

package io.github.camelajo.internal.flow;

import java.time.Duration;

/**
 * Limits on how much of Adobe's answers is read.
 *
 * @param responseBytes the most bytes of an answer that is read into memory
 * @param streamIdle    the longest time between two reads of an answer that the route reads; zero for no limit
 * @param pages         the most pages of a list
 * @param items         the most items of a list that is held in memory
 */
public record AnswerLimits(long responseBytes, Duration streamIdle, int pages, int items) {}

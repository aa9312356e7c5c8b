package io.github.camelajo.internal.storage;

/**
 * The result of a sweep.
 *
 * @param parked  items that became unknown
 * @param adopted batches that this instance tells in place of a dead one
 */
public record SweepResult(int parked, int adopted) {}

package io.github.camelajo.spi;

/**
 * What a sweep has found.
 *
 * @param parked  items that became unknown
 * @param adopted batches that this instance tells in place of a dead one
 */
public record SweepResult(int parked, int adopted) {}

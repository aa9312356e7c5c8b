package io.github.camelajo.internal.flow;

/**
 * The progress of a job.
 *
 * @param id      id at Adobe
 * @param state   Adobe's word for it
 * @param partial whether it has ended well for a part of its items only
 */
public record JobProgress(String id, String state, boolean partial) {}

package io.github.camelajo.internal.desired;

import java.time.Duration;

/**
 * The options for bringing a state about.
 *
 * @param plan          whether nothing is written
 * @param deploy        whether limits are deployed
 * @param publish       whether fragments are published
 * @param prune         whether what this state made, and is not wanted any more, is removed
 * @param skipConflicts whether an unclear object is left alone without failing
 * @param reportFailures whether objects that could not be brought about are told without failing
 * @param fingerprint   the only plan that may be applied, {@code null} for any
 * @param allowEmpty    whether everything of a kind may be removed
 * @param maxRemovals   the most that may be removed
 * @param guarded       whether nothing may be removed on a production sandbox
 * @param pause         the first pause before something is looked at again
 */
public record StateOptions(
        boolean plan,
        boolean deploy,
        boolean publish,
        boolean prune,
        boolean skipConflicts,
        boolean reportFailures,
        String fingerprint,
        boolean allowEmpty,
        int maxRemovals,
        boolean guarded,
        Duration pause) {}

package io.github.camelajo.internal.source;

import java.time.Duration;
import java.util.Set;

import io.github.camelajo.internal.operation.Changes;
import io.github.camelajo.internal.storage.SourceRequest;

/**
 * The settings of a source: which changes it delivers, and its limits.
 *
 * @param request      who asks the storage for which source
 * @param changes      how changes of the list are found
 * @param wanted       what is told
 * @param startFrom    what a first read tells
 * @param fullRead     whether each read is a full one, also where Adobe could give only what has changed
 * @param removedLimit the most removals of one read, as a share between 0 and 1 of the known items; more are held back
 * @param stopOnFailure whether the poll ends at an exchange that fails; otherwise it goes on with the next
 * @param commitEvery  the longest time between two commits
 * @param maxChanges   the most changes told in one poll, 0 for no limit
 */
public record SourceSettings(
        SourceRequest request,
        Changes changes,
        Set<ChangeKind> wanted,
        StartFrom startFrom,
        boolean fullRead,
        double removedLimit,
        boolean stopOnFailure,
        Duration commitEvery,
        int maxChanges) {

    /** Up to this number removals are never held back. */
    static final int FEW_REMOVALS = 10;

    public SourceSettings {
        wanted = Set.copyOf(wanted);
    }

    boolean tellsAll() {
        return wanted.contains(ChangeKind.PRESENT);
    }

    boolean tellsRemovals() {
        return wanted.contains(ChangeKind.REMOVED);
    }

    /** Whether only changes are requested. Removals are visible only in full reads. */
    boolean readsIncrementally() {
        return changes.incremental() != null && !fullRead && !tellsRemovals() && !tellsAll();
    }
}

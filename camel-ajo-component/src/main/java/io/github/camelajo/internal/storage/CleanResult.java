package io.github.camelajo.internal.storage;

/**
 * The result of one cleaning step.
 *
 * @param blanked items whose payload was cleared
 * @param deleted items that were deleted
 */
public record CleanResult(int blanked, int deleted) {

    /** Whether there may be more to do. */
    public boolean didSomething() {
        return blanked > 0 || deleted > 0;
    }
}

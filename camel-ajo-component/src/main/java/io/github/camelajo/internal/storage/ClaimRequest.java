package io.github.camelajo.internal.storage;

/**
 * Describes what a worker can send next.
 *
 * @param lane               where to look
 * @param size               how many items at most; 1 to {@value #MAX_SIZE}
 * @param distinctRecipients true if a recipient may be in the batch once only
 * @param ordered            true to deliver items with the same order key one after the other
 * @param unknownBlocks      with {@code ordered}: true if an unknown item holds back those behind it
 */
public record ClaimRequest(String lane, int size, boolean distinctRecipients, boolean ordered, boolean unknownBlocks) {

    /** The most items of a batch. */
    public static final int MAX_SIZE = 1000;

    public ClaimRequest {
        StoredText.required("The lane", lane, StoredText.MAX_NAME);
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("The size of a batch is " + size + "; allowed are 1 to " + MAX_SIZE);
        }
    }

    /** Any items that are due. */
    public static ClaimRequest of(String lane, int size) {
        return new ClaimRequest(lane, size, false, false, true);
    }
}

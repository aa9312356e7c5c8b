package io.github.camelajo.internal.storage;

import java.time.Duration;

/**
 * How long data is kept after its last change.
 *
 * @param keepPayload the payload of a final item
 * @param keepKeys    the item with its key: longer than anybody may add the same key again
 */
public record CleanRule(Duration keepPayload, Duration keepKeys) {

    public CleanRule {
        if (keepPayload.isNegative() || keepKeys.compareTo(keepPayload) < 0) {
            throw new IllegalArgumentException("Keys are kept for " + keepKeys + " and payloads for " + keepPayload
                    + "; keys must be kept at least as long");
        }
    }
}

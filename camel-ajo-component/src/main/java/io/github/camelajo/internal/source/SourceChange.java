package io.github.camelajo.internal.source;

/**
 * A change to deliver to the route.
 *
 * @param kind      what happened
 * @param key       identifier of the item
 * @param item      the item as the list has it; {@code null} for one that was removed
 * @param changedAt when it was changed by Adobe's clock, in milliseconds since the epoch; {@code null} when Adobe does not say
 */
public record SourceChange(ChangeKind kind, String key, Object item, Long changedAt) {

    /** Without identifier and item, which may be personal data. */
    @Override
    public String toString() {
        return "SourceChange[" + kind + "]";
    }
}

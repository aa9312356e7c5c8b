package io.github.camelajo.spi;

/**
 * An item to be delivered.
 *
 * @param lane      where it waits; 1 to {@value StoredText#MAX_NAME} characters
 * @param key       identifies it in the lane; 1 to {@value StoredText#MAX_KEY} characters, compared exactly, no personal data
 * @param payload   JSON; at most {@value StoredText#MAX_PAYLOAD} characters
 * @param recipient who gets it, or null; stored as a keyed hash
 * @param orderKey  items with the same one are delivered in the order of adding, if the claim asks for it; or null
 */
public record OutboxItem(String lane, String key, String payload, String recipient, String orderKey) {

    public OutboxItem {
        StoredText.required("The lane", lane, StoredText.MAX_NAME);
        StoredText.required("The key", key, StoredText.MAX_KEY);
        StoredText.required("The payload", payload, StoredText.MAX_PAYLOAD);
        StoredText.optional("The recipient", recipient, StoredText.MAX_PAYLOAD);
        StoredText.optional("The order key", orderKey, StoredText.MAX_KEY);
    }

    /** An item without recipient and order. */
    public static OutboxItem of(String lane, String key, String payload) {
        return new OutboxItem(lane, key, payload, null, null);
    }

    /** Without payload, recipient and order key, which may be personal data. */
    @Override
    public String toString() {
        return "OutboxItem[" + lane + ", " + key + "]";
    }
}

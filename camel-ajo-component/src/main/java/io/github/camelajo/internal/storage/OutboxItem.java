package io.github.camelajo.internal.storage;

/**
 * An item to be delivered.
 *
 * @param lane      where it waits; 1 to {@value StoredText#MAX_NAME} characters
 * @param key       identifies it in the lane; 1 to {@value StoredText#MAX_KEY} characters, compared exactly, no personal data
 * @param payload   JSON; at most {@value StoredText#MAX_PAYLOAD} characters
 * @param recipient who gets it, or null; stored as a keyed hash
 * @param orderKey  items with the same one are delivered in the order of adding, if the claim asks for it; or null
 * @param group     only items with the same one share a batch, such as those of one campaign; at most {@value #MAX_GROUP}
 *                  characters, or null
 * @param identity  what a later add under the same key is compared with; stored as a keyed hash. Null for the payload
 */
public record OutboxItem(
        String lane, String key, String payload, String recipient, String orderKey, String group, String identity) {

    /** The most characters of a group. */
    public static final int MAX_GROUP = 64;

    public OutboxItem {
        StoredText.required("The lane", lane, StoredText.MAX_NAME);
        StoredText.required("The key", key, StoredText.MAX_KEY);
        StoredText.required("The payload", payload, StoredText.MAX_PAYLOAD);
        StoredText.optional("The recipient", recipient, StoredText.MAX_PAYLOAD);
        StoredText.optional("The order key", orderKey, StoredText.MAX_KEY);
        StoredText.optional("The group", group, MAX_GROUP);
        identity = identity == null ? payload : identity;
    }

    /** An item that may share a batch with any other one. */
    public OutboxItem(String lane, String key, String payload, String recipient, String orderKey) {
        this(lane, key, payload, recipient, orderKey, null, null);
    }

    /** An item without recipient and order. */
    public static OutboxItem of(String lane, String key, String payload) {
        return new OutboxItem(lane, key, payload, null, null);
    }

    /** The same item in a group. */
    public OutboxItem inGroup(String newGroup) {
        return new OutboxItem(lane, key, payload, recipient, orderKey, newGroup, identity);
    }

    /** Without payload, recipient and order key, which may be personal data. */
    @Override
    public String toString() {
        return "OutboxItem[" + lane + ", " + key + "]";
    }
}

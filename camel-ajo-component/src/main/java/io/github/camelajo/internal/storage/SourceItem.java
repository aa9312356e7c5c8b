package io.github.camelajo.internal.storage;

/**
 * An item as it was delivered.
 *
 * @param key                identifies it in its list; 1 to {@value StoredText#MAX_KEY} characters, compared exactly
 * @param fingerprint        what tells a change; 1 to {@value #MAX_FINGERPRINT} characters
 * @param fingerprintVersion which function made the fingerprint
 */
public record SourceItem(String key, String fingerprint, int fingerprintVersion) {

    /** The most characters of a fingerprint. */
    public static final int MAX_FINGERPRINT = 64;

    public SourceItem {
        StoredText.required("The key of an item", key, StoredText.MAX_KEY);
        StoredText.required("The fingerprint of an item", fingerprint, MAX_FINGERPRINT);
    }

    /** Without the key, which may be personal data. */
    @Override
    public String toString() {
        return "SourceItem[" + fingerprint + "]";
    }
}

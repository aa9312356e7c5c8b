package io.github.camelajo.internal.storage;

/**
 * An item that a source has seen before.
 *
 * @param key                its key; from {@link SourceLease#absent} perhaps a hash of it, if identities are not kept
 * @param itemNo             its number in this source, from 0; never given to another item
 * @param fingerprint        what it looked like
 * @param fingerprintVersion which function made the fingerprint
 * @param missingRun         the run that has missed it first; 0 if it was there
 */
public record KnownItem(String key, int itemNo, String fingerprint, int fingerprintVersion, long missingRun) {

    /** Whether a complete read has missed it. Storing it again, once it is seen, clears this. */
    public boolean isMissing() {
        return missingRun != 0;
    }

    /** Without the key, which may be personal data. */
    @Override
    public String toString() {
        return "KnownItem[" + itemNo + ", " + fingerprint + "]";
    }
}

package io.github.camelajo.internal.storage;

import java.time.Duration;
import java.util.Objects;

/**
 * Asks for the lease of a source.
 *
 * @param sourceId       names the source; 1 to {@value StoredText#MAX_NAME} characters
 * @param scope          what the position belongs to, such as operation, sandbox and filters, as a text that people can read;
 *                       another text is another scope. At most {@value #MAX_SCOPE} characters, no secrets and no personal data
 * @param owner          label of the owner for operators, such as a host name; does not need to be unique
 * @param leaseTime      how long the lease holds without being renewed; at least a millisecond
 * @param keepIdentities true to store the keys of items as they are, which {@code removed} needs; false to store a keyed hash
 */
public record SourceRequest(String sourceId, String scope, String owner, Duration leaseTime, boolean keepIdentities) {

    /** The most characters of a scope. */
    public static final int MAX_SCOPE = 2000;

    public SourceRequest {
        StoredText.required("The id of the source", sourceId, StoredText.MAX_NAME);
        StoredText.required("The scope of the source", scope, MAX_SCOPE);
        StoredText.required("The owner of the source", owner, StoredText.MAX_NAME);
        Objects.requireNonNull(leaseTime, "leaseTime");
        if (leaseTime.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "The lease time is " + leaseTime + "; it must be at least a millisecond");
        }
    }
}

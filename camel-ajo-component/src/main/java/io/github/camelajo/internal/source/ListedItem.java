package io.github.camelajo.internal.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

import io.github.camelajo.internal.flow.AnswerFields;
import io.github.camelajo.internal.operation.Changes;

/**
 * An item as the list has it.
 *
 * @param key         its identifier
 * @param fingerprint what tells a change
 * @param changedAt   in milliseconds since the epoch, {@code null} when Adobe does not say
 * @param item        all of it
 */
record ListedItem(String key, String fingerprint, Long changedAt, Object item) {

    /** @return {@code null} for an item without an identifier */
    static ListedItem of(Object item, Changes changes, Fingerprint fingerprint) {
        Object key = AnswerFields.at(item, changes.key());
        if (key == null || key.toString().isEmpty()) {
            return null;
        }
        return new ListedItem(
                key.toString(), fingerprint.take(item), millis(AnswerFields.at(item, changes.changedAt())), item);
    }

    /** Adobe's services write times as ISO text with an offset, or as milliseconds. */
    static Long millis(Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        if (!(value instanceof CharSequence text)) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            try {
                return Instant.parse(text).toEpochMilli();
            } catch (DateTimeException none) {
                return null;
            }
        }
    }

    /** Without identifier and item, which may be personal data. */
    @Override
    public String toString() {
        return "ListedItem[" + fingerprint + "]";
    }
}

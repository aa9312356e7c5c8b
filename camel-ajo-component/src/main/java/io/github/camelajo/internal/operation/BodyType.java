package io.github.camelajo.internal.operation;

import java.util.Map;

/** What a value in a body may be. Complaints never repeat what may be personal data. */
public sealed interface BodyType permits TextType, NumberType, FlagType, ListType, MapType, ObjectType, AnyType {

    /**
     * Says what is wrong with a value.
     *
     * @param  where the place of the value, as it stands in front of the complaint
     * @param  value the value, never {@code null}
     * @return       the complaint, or {@code null} when the value is fine
     */
    String complaint(String where, Object value);

    /** The same for an item of a list, whose fields are named after a colon. */
    default String complaintAboutItem(String where, Object value) {
        if (value == null) {
            return where + " is null";
        }
        if (this instanceof ObjectType object && value instanceof Map<?, ?> map) {
            return object.complaintInside(where + ": ", map);
        }
        return complaint(where, value);
    }
}

package io.github.camelajo.internal.operation;

import java.util.Map;

/**
 * What a value in a body may be. Complaints never repeat what may be personal data. They are put together from the inside to the
 * outside, so that a body without a fault costs no text.
 */
public sealed interface BodyType permits TextType, NumberType, FlagType, ListType, MapType, ObjectType, AnyType {

    /**
     * Says what is wrong with a value.
     *
     * @param  value the value, never {@code null}
     * @return       the complaint, to stand right behind the name of the value; {@code null} when it is fine
     */
    String complaint(Object value);

    /** The same for an item of a list, whose fields are named after a colon. */
    default String complaintAboutItem(Object value) {
        if (value == null) {
            return " is null";
        }
        if (this instanceof ObjectType object && value instanceof Map<?, ?> map) {
            String complaint = object.complaintInside(map);
            return complaint == null ? null : ": " + complaint;
        }
        return complaint(value);
    }
}

package io.github.camelajo.internal.operation;

import java.util.Map;

/**
 * An object with names of the caller's own.
 *
 * @param values what each value is
 */
public record MapType(BodyType values) implements BodyType {

    @Override
    public String complaint(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return " must be a JSON object";
        }
        for (Object entry : map.values()) {
            // Names may be personal data, and are not repeated.
            String complaint = entry == null ? null : values.complaint(entry);
            if (complaint != null) {
                return ".*" + complaint;
            }
        }
        return null;
    }
}

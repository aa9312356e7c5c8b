package io.github.camelajo.internal.operation;

import java.util.Map;

/** A value of one of several kinds. */
public enum AnyType implements BodyType {

    /** Whatever JSON has. */
    ANYTHING,
    /** A text, or an identifier that is written as a number. */
    TEXT_OR_NUMBER,
    /** A text, or an object with anything in it. */
    TEXT_OR_OBJECT;

    @Override
    public String complaint(Object value) {
        return switch (this) {
            case ANYTHING -> null;
            case TEXT_OR_NUMBER ->
                value instanceof CharSequence || value instanceof Number ? null : " must be a text or a number";
            case TEXT_OR_OBJECT ->
                value instanceof CharSequence || value instanceof Map<?, ?> ? null : " must be a text or an object";
        };
    }
}

package io.github.camelajo.internal.operation;

/** {@code true} or {@code false}. */
public record FlagType() implements BodyType {

    static final FlagType FLAG = new FlagType();

    @Override
    public String complaint(Object value) {
        return value instanceof Boolean ? null : " must be true or false";
    }
}

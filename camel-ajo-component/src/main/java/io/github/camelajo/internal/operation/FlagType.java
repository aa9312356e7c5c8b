package io.github.camelajo.internal.operation;

/** {@code true} or {@code false}. */
public record FlagType() implements BodyType {

    static final FlagType FLAG = new FlagType();

    @Override
    public String complaint(String where, Object value) {
        return value instanceof Boolean ? null : where + " must be true or false";
    }
}

package io.github.camelajo.internal.operation;

/**
 * What is known of the body of an operation: its fields, what one call takes, and where Adobe writes about it. The checks
 * before a call, the tables in the docs and the JSON schemas are all made of this.
 *
 * @param shape    the object, or each object of a list; without fields for a file
 * @param entries  where the entries of a call stand: a field of the body, empty for the body itself; {@code null} for a
 *                 call about one thing
 * @param handling what becomes of a call of which one entry is wrong
 * @param spec     the file of Adobe's API specifications that describes it
 * @param example  a body that Adobe takes, as JSON, or as text for a file; empty when there is none
 */
public record BodyDescription(ObjectType shape, String entries, Handling handling, String spec, String example) {

    /** What becomes of a call of which one entry is wrong. */
    public enum Handling {
        /** A call is about one thing. */
        ONE_THING,
        /** Nothing is done. */
        ALL_OR_NOTHING,
        /** The others are done. */
        EACH_BY_ITSELF,
        /** Adobe does not say. */
        NOT_DOCUMENTED
    }

    static final BodyDescription NONE = new BodyDescription(ObjectType.of(), null, Handling.ONE_THING, "", "");

    static BodyDescription of(String spec, ObjectType shape) {
        return new BodyDescription(shape, null, Handling.ONE_THING, spec, "");
    }

    /** The same body, whose entries stand in that field; empty for the body itself. */
    BodyDescription entries(String field, Handling value) {
        return new BodyDescription(shape, field, value, spec, example);
    }

    BodyDescription example(String text) {
        return new BodyDescription(shape, entries, handling, spec, text.strip());
    }

    /** Whether anything is known. */
    public boolean isKnown() {
        return !spec.isEmpty();
    }
}

package io.github.camelajo.internal.desired;

import java.util.List;

/**
 * What is known of one field of an object.
 *
 * @param path     where it is, with dots
 * @param shape    what it holds
 * @param role     how it takes part
 * @param required whether an object that is created must have it
 * @param standard what Adobe takes when it is missing, {@code null} for nothing
 * @param allowed  the texts that are possible, empty for any
 * @param what     one line for people
 */
record FieldRule(
        String path, Shape shape, Role role, boolean required, Object standard, List<String> allowed, String what) {

    /** What a field holds. */
    enum Shape {
        TEXT,
        NUMBER,
        FLAG,
        /** Texts whose order means nothing. A single text is read as a set of one. */
        SET,
        /** An object with any fields. */
        OBJECT
    }

    /** How a field takes part. */
    enum Role {
        /** It is compared and written. */
        WANTED,
        /** The same, and it is shown masked. Upper and lower case are the same. */
        PERSONAL,
        /** It is written when the object is created, and never compared. */
        WRITTEN_ONCE,
        /** It is compared and written, but what stands for its default is not sent: Adobe wants the field left out. */
        LEFT_OUT,
        /** Adobe makes it: it is not compared and not written. */
        SERVER
    }

    static FieldRule text(String path, String what) {
        return of(path, Shape.TEXT, what);
    }

    static FieldRule number(String path, String what) {
        return of(path, Shape.NUMBER, what);
    }

    static FieldRule flag(String path, String what) {
        return of(path, Shape.FLAG, what);
    }

    static FieldRule set(String path, String what) {
        return of(path, Shape.SET, what);
    }

    static FieldRule object(String path, String what) {
        return of(path, Shape.OBJECT, what);
    }

    private static FieldRule of(String path, Shape shape, String what) {
        return new FieldRule(path, shape, Role.WANTED, false, null, List.of(), what);
    }

    FieldRule mandatory() {
        return new FieldRule(path, shape, role, true, standard, allowed, what);
    }

    FieldRule as(Role newRole) {
        return new FieldRule(path, shape, newRole, required, standard, allowed, what);
    }

    FieldRule standard(Object value) {
        return new FieldRule(path, shape, role, required, value, allowed, what);
    }

    FieldRule oneOf(String... texts) {
        return new FieldRule(path, shape, role, required, standard, List.of(texts), what);
    }

    /** The same field below another one. */
    FieldRule below(String parent) {
        return new FieldRule(parent + "." + path, shape, role, required, standard, allowed, what);
    }
}

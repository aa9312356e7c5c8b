package io.github.camelajo.internal.desired;

import java.util.List;

/**
 * What is known about one field of an object.
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

    /** The type of a field. */
    enum Shape {
        TEXT,
        NUMBER,
        FLAG,
        /** Texts without order. A single text counts as a set of one. */
        SET,
        /** An object with arbitrary fields. */
        OBJECT
    }

    /** The role of a field. */
    enum Role {
        /** Compared and written. */
        WANTED,
        /** The same, but shown masked and compared without case. */
        PERSONAL,
        /** Written when the object is created, and never compared. */
        WRITTEN_ONCE,
        /**
         * Compared and written. A value that equals the default is not sent, because Adobe wants the field left out.
         */
        LEFT_OUT,
        /** Set by Adobe: neither compared nor written. */
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

    /** The same field inside another one. */
    FieldRule below(String parent) {
        return new FieldRule(parent + "." + path, shape, role, required, standard, allowed, what);
    }
}

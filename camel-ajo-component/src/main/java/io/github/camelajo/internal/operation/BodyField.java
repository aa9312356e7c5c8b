package io.github.camelajo.internal.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A field of a request body. What is declared here is checked before the call, because Adobe's own refusal would come late or
 * be unclear, and stands in the docs and in the JSON schemas. Complaints never repeat what may be personal data.
 *
 * @param name         the field
 * @param type         what it holds
 * @param presence     whether it must be there
 * @param meaning      what it is for; for one that is not allowed, why
 * @param filling      what the component puts in when the body has none
 * @param privacy      whether it holds what nobody else may see
 * @param defaultValue what Adobe takes when it is left out, {@code null} for nothing or unknown
 */
public record BodyField(
        String name,
        BodyType type,
        Presence presence,
        String meaning,
        Filling filling,
        Privacy privacy,
        String defaultValue) {

    /** Whether a field must be there. */
    public enum Presence {
        REQUIRED,
        OPTIONAL,
        /** Adobe refuses a body that has it. */
        FORBIDDEN,
        /** Adobe sets it, and ignores what a body has. */
        BY_ADOBE
    }

    /** What the component puts in when the body has none. */
    public enum Filling {
        NONE,
        /** The organization of the configuration. */
        ORGANIZATION,
        /** The header or option {@code requestId}, or an identifier of its own. */
        REQUEST_ID
    }

    /** Whether a field holds what nobody else may see. */
    public enum Privacy {
        OPEN,
        /** Tells something about a person. */
        PERSONAL,
        /** Opens a door. */
        SECRET
    }

    private static BodyField of(String name, BodyType type, String meaning) {
        return new BodyField(name, type, Presence.REQUIRED, meaning, Filling.NONE, Privacy.OPEN, null);
    }

    /** A text that must be there. */
    public static BodyField text(String name, String meaning) {
        return of(name, TextType.ANY, meaning);
    }

    /** A text that must be one of a few. */
    public static BodyField oneOf(String name, String... allowed) {
        return of(name, TextType.oneOf(allowed), "");
    }

    /** A date and time. */
    public static BodyField time(String name, String meaning) {
        return of(name, TextType.of(TextType.Format.DATE_TIME), meaning);
    }

    /** A text in a certain format. */
    public static BodyField formatted(String name, TextType.Format format, String meaning) {
        return of(name, TextType.of(format), meaning);
    }

    /** A text or a number that must be there. */
    public static BodyField present(String name, String meaning) {
        return of(name, AnyType.TEXT_OR_NUMBER, meaning);
    }

    /** A whole number within limits, of whatever type. */
    public static BodyField number(String name, long least, long most, String unit) {
        return of(name, new NumberType(true, least, most, unit), "");
    }

    /** A whole number that has a smallest value. */
    public static BodyField atLeast(String name, long least, String meaning) {
        return of(name, new NumberType(true, least, Long.MAX_VALUE, ""), meaning);
    }

    /** A whole number. */
    public static BodyField whole(String name, String meaning) {
        return of(name, NumberType.WHOLE, meaning);
    }

    /** A number. */
    public static BodyField decimal(String name, String meaning) {
        return of(name, NumberType.ANY, meaning);
    }

    /** {@code true} or {@code false}. */
    public static BodyField flag(String name, String meaning) {
        return of(name, FlagType.FLAG, meaning);
    }

    /** An object, with fields that are checked too. */
    public static BodyField object(String name, String meaning, BodyField... fields) {
        return object(name, meaning, ObjectType.of(fields));
    }

    static BodyField object(String name, String meaning, ObjectType type) {
        return of(name, type, meaning);
    }

    /** An object with names of the caller's own, and anything in it. */
    public static BodyField free(String name, String meaning) {
        return map(name, meaning, AnyType.ANYTHING);
    }

    /** An object with names of the caller's own. */
    static BodyField map(String name, String meaning, BodyType values) {
        return of(name, new MapType(values), meaning);
    }

    /** A list that must have something in it. */
    public static BodyField nonEmptyList(String name, String meaning) {
        return list(name, 1, Integer.MAX_VALUE, meaning);
    }

    /** A list that must have a certain number of items. */
    public static BodyField list(String name, int least, int most, String meaning) {
        return of(name, new ListType(AnyType.ANYTHING, least, most), meaning);
    }

    /** A list with any number of items. */
    static BodyField list(String name, String meaning, BodyType items) {
        return of(name, new ListType(items, 0, Integer.MAX_VALUE), meaning);
    }

    /** A list of texts. */
    public static BodyField texts(String name, String meaning) {
        return list(name, meaning, TextType.ANY);
    }

    /** Whatever JSON has. */
    static BodyField anything(String name, String meaning) {
        return of(name, AnyType.ANYTHING, meaning);
    }

    /** A field that must not be there. */
    public static BodyField absent(String name, String why) {
        return of(name, AnyType.ANYTHING, why).being(Presence.FORBIDDEN);
    }

    /** Fields that Adobe sets. */
    static List<BodyField> byAdobe(String... names) {
        return Arrays.stream(names)
                .map(name -> of(name, AnyType.ANYTHING, "").being(Presence.BY_ADOBE))
                .toList();
    }

    /** The same fields, none of which has to be there. */
    static List<BodyField> optional(BodyField... fields) {
        return optional(List.of(fields));
    }

    static List<BodyField> optional(List<BodyField> fields) {
        return fields.stream().map(field -> field.optional()).toList();
    }

    static List<BodyField> all(List<BodyField> first, List<BodyField> second) {
        List<BodyField> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    static List<BodyField> all(List<BodyField> first, List<BodyField> second, List<BodyField> third) {
        return all(first, all(second, third));
    }

    /** The same field, which may be left out. */
    public BodyField optional() {
        return presence == Presence.REQUIRED ? being(Presence.OPTIONAL) : this;
    }

    private BodyField being(Presence other) {
        return new BodyField(name, type, other, meaning, filling, privacy, defaultValue);
    }

    private BodyField holding(BodyType other) {
        return new BodyField(name, other, presence, meaning, filling, privacy, defaultValue);
    }

    BodyField meaning(String text) {
        return new BodyField(name, type, presence, text, filling, privacy, defaultValue);
    }

    BodyField filledWith(Filling value) {
        return new BodyField(name, type, presence, meaning, value, privacy, defaultValue);
    }

    BodyField defaultsTo(String value) {
        return new BodyField(name, type, presence, meaning, filling, privacy, value);
    }

    /** The same field, which tells something about a person. */
    public BodyField personal() {
        return new BodyField(name, type, presence, meaning, filling, Privacy.PERSONAL, defaultValue);
    }

    /** The same field, which opens a door. */
    public BodyField secret() {
        return new BodyField(name, type, presence, meaning, filling, Privacy.SECRET, defaultValue);
    }

    /** The same text, which must be one of a few. */
    BodyField oneOf(List<String> allowed) {
        return holding(TextType.oneOf(allowed.toArray(String[]::new)));
    }

    /** The same text with limits on the number of its characters. */
    BodyField length(int least, int most) {
        return holding(((TextType) type).withLength(least, most));
    }

    /** The same text, which must match a pattern. */
    BodyField matching(Pattern pattern, String complaint) {
        return holding(((TextType) type).matching(pattern, complaint));
    }

    /** The same list with limits on the number of its items. */
    BodyField items(int least, int most) {
        return holding(new ListType(((ListType) type).items(), least, most));
    }

    /** The same list, of values of that type. */
    BodyField of(BodyType items) {
        ListType list = (ListType) type;
        return holding(new ListType(items, list.least(), list.most()));
    }

    /** The same list, of objects with these fields. */
    public BodyField each(BodyField... fields) {
        return of(ObjectType.of(fields));
    }

    /**
     * Says what is wrong with this field.
     *
     * @param value what the body has, {@code null} for nothing
     * @return      the complaint, beginning with its name, or {@code null} when it is fine
     */
    String complaint(Object value) {
        return switch (presence) {
            case BY_ADOBE -> null;
            case FORBIDDEN -> value == null ? null : name + " is not allowed: " + meaning;
            case REQUIRED -> isMissing(value) ? name + " is missing" + wanted() : named(type.complaint(value));
            case OPTIONAL -> value == null ? null : named(type.complaint(value));
        };
    }

    private String named(String complaint) {
        return complaint == null ? null : name + complaint;
    }

    /** Only a list that needs items is missing when it is empty. */
    private boolean isMissing(Object value) {
        return value == null
                || value instanceof CharSequence text && text.toString().isBlank()
                || type instanceof ListType list
                        && list.least() > 0
                        && value instanceof Collection<?> items
                        && items.isEmpty();
    }

    private String wanted() {
        if (!meaning.isEmpty()) {
            return ": " + meaning;
        }
        if (type instanceof NumberType number) {
            return ", allowed: " + number.allowed();
        }
        return type instanceof TextType text && !text.allowed().isEmpty()
                ? ", allowed: " + String.join(", ", text.allowed())
                : "";
    }
}

package io.github.camelajo.internal.operation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelajo.internal.operation.BodyField.Presence;

/**
 * A JSON object.
 *
 * @param fields   the fields it has
 * @param variants further fields, depending on the values of others
 * @param others   what a field holds that is not listed, as Adobe may know more than it documents; {@code null} when Adobe
 *                 refuses such a field
 */
public record ObjectType(List<BodyField> fields, List<BodyVariant> variants, BodyType others) implements BodyType {

    private static final String UNKNOWN = "unknown field";

    /** What can be repeated in a message. */
    private static final Pattern HARMLESS = Pattern.compile("[\\w-]{1,40}");

    public ObjectType {
        fields = List.copyOf(fields);
        variants = List.copyOf(variants);
    }

    static ObjectType of(List<BodyField> fields) {
        return new ObjectType(fields, List.of(), AnyType.ANYTHING);
    }

    static ObjectType of(BodyField... fields) {
        return of(List.of(fields));
    }

    ObjectType with(BodyVariant... several) {
        return new ObjectType(fields, List.of(several), others);
    }

    ObjectType withNothingElse() {
        return new ObjectType(fields, variants, null);
    }

    /** An object with names of the caller's own. */
    static ObjectType mapOf(BodyType values) {
        return new ObjectType(List.of(), List.of(), values);
    }

    private Stream<BodyField> everyField() {
        return Stream.concat(fields.stream(), variants.stream().flatMap(variant -> variant.fields().stream()));
    }

    /** The fields that a caller can set and has not set. */
    private Set<String> namesThatCanBeMeant(Map<?, ?> object) {
        return everyField()
                .filter(field -> field.presence() == Presence.REQUIRED || field.presence() == Presence.OPTIONAL)
                .map(BodyField::name)
                .filter(name -> !object.containsKey(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public String complaint(Object value) {
        if (!(value instanceof Map<?, ?> object)) {
            return " must be a JSON object";
        }
        String complaint = complaintInside(object);
        return complaint == null ? null : (complaint.startsWith(UNKNOWN) ? ": " : ".") + complaint;
    }

    /** Says what is wrong with the fields of an object, beginning with the name of the field; {@code null} for nothing. */
    String complaintInside(Map<?, ?> object) {
        String complaint = complaintAboutOthers(object);
        if (complaint != null) {
            return complaint;
        }
        for (BodyField field : effectiveFields(object)) {
            if (field.presence() == Presence.BY_ADOBE) {
                continue;
            }
            complaint = field.complaint(object.get(field.name()));
            if (complaint != null) {
                return complaint;
            }
        }
        return null;
    }

    private List<BodyField> effectiveFields(Map<?, ?> object) {
        return variants.isEmpty()
                ? fields
                : BodyVariant.replace(
                        fields,
                        variants.stream()
                                .filter(variant -> variant.appliesTo(object))
                                .toList());
    }

    /** A name that is almost one of ours is taken for a slip; another one may be something that is newer than this list. */
    private String complaintAboutOthers(Map<?, ?> object) {
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            String name = String.valueOf(entry.getKey());
            String complaint = isKnown(name) ? null : complaintAboutOther(object, name, entry.getValue());
            if (complaint != null) {
                return complaint;
            }
        }
        return null;
    }

    private String complaintAboutOther(Map<?, ?> object, String name, Object value) {
        String near = NearName.of(name, namesThatCanBeMeant(object));
        if (near != null) {
            return UNKNOWN + " '" + name + "': did you mean '" + near + "'?";
        }
        if (others == null) {
            return UNKNOWN + (HARMLESS.matcher(name).matches() ? " '" + name + "'" : "") + ", allowed: "
                    + String.join(", ", namesThatCanBeMeant(Map.of()));
        }
        String complaint = value == null ? null : others.complaint(value);
        return complaint == null ? null : "*" + complaint;
    }

    /** In loops, as a list may have thousands of objects. */
    private boolean isKnown(String name) {
        if (has(fields, name)) {
            return true;
        }
        for (BodyVariant variant : variants) {
            if (has(variant.fields(), name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(List<BodyField> fields, String name) {
        for (BodyField field : fields) {
            if (field.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}

package io.github.camelajo.internal.request;

import java.io.InputStream;
import java.io.Reader;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.internal.text.IsoTimes;

/**
 * Converts maps and lists to what JSON can hold: text of any class becomes a String, a point in time its ISO text, an
 * Optional its value or nothing. Values that need no change are not copied.
 */
final class JsonValues {

    /** The same depth that Jackson reads and writes. */
    static final int MAX_DEPTH = 1000;

    private static final Object ABSENT = new Object();

    private final boolean knowsTimesWithoutZone;
    private final Predicate<Class<?>> buffers;
    private final UnaryOperator<Object> beans;

    /**
     * @param knowsTimesWithoutZone whether beans says how a time without a zone is written
     * @param buffers               which classes hold bytes, so that beans would only show what they look like inside
     * @param beans                 makes maps, lists and plain values of everything else
     */
    JsonValues(boolean knowsTimesWithoutZone, Predicate<Class<?>> buffers, UnaryOperator<Object> beans) {
        this.knowsTimesWithoutZone = knowsTimesWithoutZone;
        this.buffers = buffers;
        this.beans = beans;
    }

    /**
     * A body as JSON can hold it.
     *
     * @param  whole      whether records, beans and nodes become maps too, to be looked into
     * @throws UnfitValue naming the field and its type
     */
    Object of(Object body, boolean whole) {
        Object value = value(body, whole, 0);
        return value == ABSENT ? null : value;
    }

    private Object value(Object value, boolean whole, int depth) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Map<?, ?> map) {
            return map(map, whole, depth);
        }
        if (value instanceof JsonNode) {
            return whole ? beans.apply(value) : value;
        }
        if (value instanceof Collection<?> collection) {
            return list(collection, collection, whole, depth);
        }
        if (value instanceof Object[] array) {
            return list(Arrays.asList(array), array, whole, depth);
        }
        return other(value, whole, depth);
    }

    private static Number number(Number number) {
        boolean none = number instanceof Double one && !Double.isFinite(one)
                || number instanceof Float other && !Float.isFinite(other);
        if (none) {
            throw new UnfitValue("JSON has no " + number);
        }
        return number;
    }

    private Object map(Map<?, ?> map, boolean whole, int depth) {
        if (depth == MAX_DEPTH) {
            throw UnfitValue.tooDeep(map);
        }
        Map<Object, Object> copy = null;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object key = entry.getKey();
            String name = name(key);
            Object value;
            try {
                value = value(entry.getValue(), whole, depth + 1);
            } catch (UnfitValue e) {
                throw e.in(map, name);
            }
            if (copy == null && (isOther(value, entry.getValue()) || isOther(name, key))) {
                copy = begun(map, key);
            }
            if (copy != null && value != ABSENT) {
                copy.put(name, value);
            }
        }
        return copy == null ? map : copy;
    }

    private static String name(Object key) {
        if (key instanceof String name) {
            return name;
        }
        if (key == null) {
            throw new UnfitValue("a Map has null as a key");
        }
        if (key instanceof Enum<?> constant) {
            return constant.name();
        }
        String time = IsoTimes.text(key);
        return time == null ? key.toString() : time;
    }

    /** The entries before the first one that changes. */
    private static Map<Object, Object> begun(Map<?, ?> map, Object end) {
        Map<Object, Object> copy = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!isOther(entry.getKey(), end)) {
                break;
            }
            copy.put(entry.getKey(), entry.getValue());
        }
        return copy;
    }

    private Object list(Collection<?> items, Object given, boolean whole, int depth) {
        if (depth == MAX_DEPTH) {
            throw UnfitValue.tooDeep(given);
        }
        List<Object> copy = new ArrayList<>(items.size());
        boolean changed = whole && !(given instanceof List);
        int place = 0;
        for (Object item : items) {
            Object value;
            try {
                value = value(item, whole, depth + 1);
            } catch (UnfitValue e) {
                throw e.in(given, "[" + place + "]");
            }
            place++;
            changed |= isOther(value, item);
            if (value != ABSENT) {
                copy.add(value);
            }
        }
        return changed ? copy : given;
    }

    private Object other(Object value, boolean whole, int depth) {
        if (value instanceof CharSequence || value instanceof Character) {
            return value.toString();
        }
        String time = IsoTimes.text(value);
        if (time != null) {
            return time;
        }
        if (IsoTimes.isWithoutZone(value) && !knowsTimesWithoutZone) {
            throw withoutZone(value.getClass());
        }
        if (value instanceof Optional<?> optional) {
            return optional.isEmpty() ? ABSENT : value(optional.get(), whole, depth);
        }
        if (value instanceof OptionalInt optional) {
            return optional.isEmpty() ? ABSENT : (Object) optional.getAsInt();
        }
        if (value instanceof OptionalLong optional) {
            return optional.isEmpty() ? ABSENT : (Object) optional.getAsLong();
        }
        if (value instanceof OptionalDouble optional) {
            return optional.isEmpty() ? ABSENT : number(optional.getAsDouble());
        }
        if (value instanceof InputStream || value instanceof Reader) {
            throw new UnfitValue(
                    "a " + value.getClass().getSimpleName() + " cannot be a value in JSON, read it before");
        }
        if (value instanceof Buffer && !(value instanceof ByteBuffer) || buffers.test(value.getClass())) {
            throw new UnfitValue("a " + value.getClass().getSimpleName()
                    + " holds bytes or text, and nobody knows which is meant; make a text of it before, or a byte[], which "
                    + "is written in Base64");
        }
        return whole ? beans.apply(value) : value;
    }

    static UnfitValue withoutZone(Class<?> type) {
        return new UnfitValue("a " + type.getSimpleName()
                + " has no time zone, so its point in time is unknown; allowed: Instant, OffsetDateTime, "
                + "ZonedDateTime, Date, Calendar, or a text");
    }

    @SuppressWarnings("ReferenceEquality") // An equal value in another class is another one.
    private static boolean isOther(Object one, Object another) {
        return one != another;
    }
}

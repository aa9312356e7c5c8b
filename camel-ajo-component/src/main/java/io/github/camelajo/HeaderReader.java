package io.github.camelajo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelajo.internal.text.IsoTimes;
import org.apache.camel.Message;

/** The one way to read headers: a value of any class as the text it stands for. */
final class HeaderReader {

    private HeaderReader() {}

    /** A header as text, {@code null} when the message has none. */
    static String text(Message message, String header) {
        Object value = message.getHeader(header);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        Object text = single(message, value);
        return text == null ? null : text.toString();
    }

    /** A header as text, or as a List of texts when it holds several; {@code null} when the message has none. */
    static Object value(Message message, String header) {
        return value(message, message.getHeader(header));
    }

    /** The same for a value inside another header. */
    static Object value(Message message, Object value) {
        if (value == null || value instanceof String) {
            return value;
        }
        Collection<?> several = value instanceof Object[] array ? Arrays.asList(array) : null;
        if (value instanceof Collection<?> collection) {
            several = collection;
        }
        if (several == null) {
            return single(message, value);
        }
        List<Object> texts = new ArrayList<>(several.size());
        several.forEach(each -> texts.add(each == null ? null : single(message, each)));
        return texts;
    }

    /** Left unchanged if no text can stand for it: the error names the parameter. */
    private static Object single(Message message, Object value) {
        if (value instanceof byte[] bytes) {
            // Kafka delivers headers as bytes. The charset of the exchange is that of its body.
            return new String(bytes, StandardCharsets.UTF_8);
        }
        if (value instanceof Optional<?> optional) {
            return optional.isEmpty() ? null : single(message, optional.get());
        }
        if (value instanceof Map
                || value instanceof Collection
                || value.getClass().isArray()) {
            return value;
        }
        String time = IsoTimes.text(value);
        if (time != null) {
            return time;
        }
        String text = message.getExchange() == null
                ? null
                : message.getExchange()
                        .getContext()
                        .getTypeConverter()
                        .tryConvertTo(String.class, message.getExchange(), value);
        return text == null ? value.toString() : text;
    }
}

package io.github.camelajo.internal.event;

import java.io.Closeable;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.WrappedFile;

/**
 * Iterates over the messages of a body: a List, an Iterable, an Iterator or an array, or JSON in a text, bytes, a
 * stream or a file. JSON can be a list, {@code {"messages": [..]}}, or a sequence of objects or lists, for example one on each
 * line. It is parsed as messages are needed, never as a whole.
 */
final class EventSource implements Iterator<Object>, Closeable {

    private static final String MESSAGES = "messages";

    private final Iterator<?> items;
    private final Closeable resource;

    private EventSource(Iterator<?> items, Closeable resource) {
        this.items = items;
        this.resource = resource;
    }

    /**
     * @throws IllegalArgumentException when there are no messages in a body of this kind
     */
    static EventSource of(Object body, ObjectMapper mapper) {
        try {
            if (body instanceof Map<?, ?> map && map.size() == 1 && map.get(MESSAGES) instanceof Iterable<?> several) {
                return plain(several.iterator());
            }
            if (body instanceof Map<?, ?>) {
                return plain(List.of(body).iterator());
            }
            if (body instanceof JsonNode node) {
                return node.isArray()
                        ? plain(node.iterator())
                        : plain(List.of(node).iterator());
            }
            if (body instanceof WrappedFile<?> wrapped && wrapped.getFile() instanceof File file) {
                return json(new FileInputStream(file), mapper);
            }
            if (body instanceof Path path) {
                return json(Files.newInputStream(path), mapper);
            }
            if (body instanceof Iterable<?> several) {
                return plain(several.iterator());
            }
            if (body instanceof Iterator<?> iterator) {
                return plain(iterator);
            }
            if (body instanceof Object[] array) {
                return plain(Arrays.asList(array).iterator());
            }
            if (body instanceof String text) {
                return new EventSource(new JsonItems(mapper.createParser(text), mapper), null);
            }
            if (body instanceof byte[] bytes) {
                return new EventSource(new JsonItems(mapper.createParser(bytes), mapper), null);
            }
            if (body instanceof InputStream stream) {
                return json(stream, mapper);
            }
            if (body instanceof File file) {
                return json(new FileInputStream(file), mapper);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the body cannot be read: " + e.getClass().getSimpleName(), e);
        }
        throw new IllegalArgumentException(
                "the body is "
                        + (body == null ? "empty" : "a " + body.getClass().getSimpleName())
                        + ", allowed: a List, an Iterable or an Iterator of messages, or JSON in a text, bytes, a stream or a file");
    }

    private static EventSource plain(Iterator<?> items) {
        return new EventSource(new GivenItems(items), null);
    }

    private static EventSource json(InputStream stream, ObjectMapper mapper) throws IOException {
        return new EventSource(new JsonItems(mapper.createParser(stream), mapper), stream);
    }

    @Override
    public boolean hasNext() {
        return items.hasNext();
    }

    @Override
    public Object next() {
        return items.next();
    }

    @Override
    public void close() throws IOException {
        if (resource != null) {
            resource.close();
        }
    }

    /**
     * What an application gives, for example the rows of a database. Its failure is told as that of a text that breaks off, so
     * that the messages before it are not lost. Its message is not repeated, because it can be about the data.
     */
    private record GivenItems(Iterator<?> items) implements Iterator<Object> {

        @Override
        public boolean hasNext() {
            try {
                return items.hasNext();
            } catch (RuntimeException e) {
                throw broken(e);
            }
        }

        @Override
        public Object next() {
            try {
                return items.next();
            } catch (NoSuchElementException e) {
                throw e;
            } catch (RuntimeException e) {
                throw broken(e);
            }
        }

        private static IllegalArgumentException broken(RuntimeException e) {
            return new IllegalArgumentException(
                    "the body cannot be read to its end: " + e.getClass().getSimpleName(), e);
        }
    }

    /** The objects of a JSON text. Where it breaks off it ends for good: what comes behind may be anything. */
    private static final class JsonItems implements Iterator<Object> {

        private final JsonParser parser;
        private final ObjectMapper mapper;
        private boolean begun;
        private boolean inList;
        /** Whether each list is the only field of an object. */
        private boolean batches;
        /** Whether there is a next message. It can be {@code null}, which is no message either, but not the end. */
        private boolean isRead;

        private Object next;
        private boolean ended;
        /** Why there is no further message; {@code null} if there may be one. */
        private String broken;

        JsonItems(JsonParser parser, ObjectMapper mapper) {
            this.parser = parser;
            this.mapper = mapper;
        }

        @Override
        public boolean hasNext() {
            if (!isRead && !ended && broken == null) {
                try {
                    isRead = read();
                    ended = !isRead;
                } catch (IOException e) {
                    // The original message quotes the text.
                    broken = "the body is not the JSON that event.sendBatch takes: it breaks off or is malformed after "
                            + parser.currentLocation().getLineNr() + " lines";
                }
            }
            if (broken != null) {
                throw new IllegalArgumentException(broken);
            }
            return isRead;
        }

        /** Reads the next message. Returns {@code false} at the end of the text. */
        private boolean read() throws IOException {
            JsonToken token;
            while ((token = parser.nextToken()) != null) {
                if (inList && token == JsonToken.END_ARRAY) {
                    inList = false;
                    if (batches) {
                        skipRestOfObject();
                    }
                } else if (!inList && token == JsonToken.START_ARRAY) {
                    begun = true;
                    inList = true;
                } else if (inList || token != JsonToken.START_OBJECT || !isBatch()) {
                    next = mapper.readValue(parser, Object.class);
                    return true;
                }
            }
            return false;
        }

        /** Whether this is Adobe's own batch format. What a text begins with decides. */
        private boolean isBatch() throws IOException {
            boolean first = !begun;
            begun = true;
            if (!first && !batches || !MESSAGES.equals(parser.nextFieldName())) {
                return false;
            }
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new IOException("messages is no list");
            }
            batches = true;
            inList = true;
            return true;
        }

        private void skipRestOfObject() throws IOException {
            JsonToken token = parser.nextToken();
            while (token != null && token != JsonToken.END_OBJECT) {
                parser.skipChildren();
                token = parser.nextToken();
            }
        }

        @Override
        public Object next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Object item = next;
            next = null;
            isRead = false;
            return item;
        }
    }
}

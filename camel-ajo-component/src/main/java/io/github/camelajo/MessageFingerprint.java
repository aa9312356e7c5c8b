package io.github.camelajo;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.StreamCache;

/** Tells messages apart, and recognises one that a route has built again for a redelivery. */
final class MessageFingerprint {

    /** Deeper levels are ignored: a body may contain itself. */
    private static final int DEPTH = 32;

    private MessageFingerprint() {}

    static long of(Object body) {
        if (body instanceof StreamCache cache) {
            CheckedOutputStream sum = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
            try {
                cache.reset();
                cache.writeTo(sum);
                cache.reset();
                return sum.getChecksum().getValue();
            } catch (IOException e) {
                // Whoever sends it will say so.
                return System.identityHashCode(body);
            }
        }
        return hash(body, 0);
    }

    private static int hash(Object value, int depth) {
        if (value instanceof byte[] bytes) {
            return Arrays.hashCode(bytes);
        }
        if (value instanceof Map<?, ?> map) {
            int hash = map.size();
            if (depth < DEPTH) {
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    hash += Objects.hashCode(entry.getKey()) ^ 31 * hash(entry.getValue(), depth + 1);
                }
            }
            return hash;
        }
        if (value instanceof Object[] array) {
            return items(Arrays.asList(array), array.length, depth);
        }
        if (value instanceof Collection<?> collection) {
            return items(collection, collection.size(), depth);
        }
        if (value instanceof JsonNode node && node.isContainerNode()) {
            return items(node, node.size(), depth);
        }
        return Objects.hashCode(value);
    }

    private static int items(Iterable<?> items, int size, int depth) {
        int hash = size;
        if (depth < DEPTH) {
            for (Object item : items) {
                hash = 31 * hash + hash(item, depth + 1);
            }
        }
        return hash;
    }
}

package io.github.camelajo;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;

/** Bodies of other components, made into what a request can carry. */
final class MessageBodies {

    private MessageBodies() {}

    /**
     * The body of a message as text, bytes, stream or file where it is one in another guise: a file that a consumer has
     * fetched from a server, a {@link Reader}, a {@link ByteBuffer}. Everything else as it is.
     */
    static Object of(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof WrappedFile<?> wrapped && !(wrapped.getFile() instanceof File)) {
            return content(exchange, wrapped);
        }
        if (body instanceof Reader) {
            // Text can be sent again, and goes out in UTF-8 whatever the exchange says of its files.
            rewind(body);
            Object text = converted(exchange, body, String.class);
            rewind(body);
            return text;
        }
        if (body instanceof ByteBuffer) {
            return converted(exchange, body, byte[].class);
        }
        return body instanceof CharSequence text ? text.toString() : body;
    }

    private static Object content(Exchange exchange, WrappedFile<?> file) {
        Object content = file.getBody();
        if (content instanceof ByteArrayOutputStream bytes) {
            return bytes.toByteArray();
        }
        return content instanceof byte[] || content instanceof String || content instanceof File
                ? content
                : converted(exchange, file, InputStream.class);
    }

    private static void rewind(Object body) {
        if (body instanceof StreamCache cache) {
            cache.reset();
        }
    }

    /** Tells two messages apart, and knows one again that a route has built anew to deliver it again. */
    static long fingerprint(Object body) {
        if (body instanceof byte[] bytes) {
            return Arrays.hashCode(bytes);
        }
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
        return Objects.hashCode(body);
    }

    private static Object converted(Exchange exchange, Object body, Class<?> type) {
        Object converted = exchange.getContext().getTypeConverter().tryConvertTo(type, exchange, body);
        return converted == null ? body : converted;
    }
}

package io.github.camelajo;

import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;

import org.apache.camel.Exchange;
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
            Object content = wrapped.getBody();
            return content instanceof byte[] || content instanceof String || content instanceof File
                    ? content
                    : converted(exchange, body, InputStream.class);
        }
        if (body instanceof Reader) {
            return converted(exchange, body, InputStream.class);
        }
        if (body instanceof ByteBuffer) {
            return converted(exchange, body, byte[].class);
        }
        return body instanceof CharSequence text ? text.toString() : body;
    }

    private static Object converted(Exchange exchange, Object body, Class<?> type) {
        Object converted = exchange.getContext().getTypeConverter().tryConvertTo(type, exchange, body);
        return converted == null ? body : converted;
    }
}

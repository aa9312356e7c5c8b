package io.github.camelajo.internal.request;

import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.transform.stream.StreamSource;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.exception.ErrorDetails;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.StreamCache;
import org.apache.camel.TypeConverter;
import org.apache.camel.WrappedFile;
import org.apache.camel.spi.TypeConverterRegistry;
import org.apache.camel.support.PluginHelper;

/**
 * The one entry for bodies of messages. Whatever another component produced leaves here as text, bytes, a stream or a
 * file, or as values that become JSON.
 */
public final class BodyReader {

    /** Bytes first, because they can be sent again. */
    private static final List<Class<?>> TARGETS = List.of(byte[].class, InputStream.class, String.class);

    private BodyReader() {}

    /**
     * Reads the body of a message. Anything textual becomes a String, anything binary a byte[] or a stream, through
     * Camel's type converters. Maps, lists, records and beans stay as they are.
     *
     * @throws AjoValidationException when the exchange names a charset that does not exist
     */
    public static Object read(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof Optional<?> optional) {
            body = optional.orElse(null);
        }
        if (body == null
                || body instanceof String
                || body instanceof Map
                || body instanceof Collection
                || body instanceof JsonNode
                || body instanceof Number
                || body instanceof Boolean) {
            return body;
        }
        if (body instanceof CharSequence text) {
            return text.toString();
        }
        if (body instanceof Reader) {
            return text(exchange, body);
        }
        if (body instanceof WrappedFile<?> file) {
            return file(exchange, file);
        }
        if (body instanceof File || body instanceof Path) {
            return encoded(exchange, body, null, true);
        }
        if (body instanceof byte[] || body instanceof InputStream || body instanceof StreamCache) {
            return encoded(exchange, body, null, false);
        }
        if (body instanceof StreamSource source) {
            return source(exchange, source);
        }
        return converted(exchange, body);
    }

    /** Text can be sent again. It goes out in UTF-8, whatever the exchange says about its files. */
    private static Object text(Exchange exchange, Object reader) {
        rewind(reader);
        Object text = exchange.getContext().getTypeConverter().tryConvertTo(String.class, exchange, reader);
        rewind(reader);
        return text == null ? reader : text;
    }

    /** The content need not be XML, although Camel's converters assume so. */
    private static Object source(Exchange exchange, StreamSource source) {
        if (source.getInputStream() != null) {
            return encoded(exchange, source.getInputStream(), null, false);
        }
        return source.getReader() == null ? converted(exchange, source) : text(exchange, source.getReader());
    }

    private static void rewind(Object body) {
        if (body instanceof StreamCache cache) {
            cache.reset();
        }
    }

    /** A local file is sent from disk. A file that was fetched from a server holds its content in memory. */
    private static Object file(Exchange exchange, WrappedFile<?> file) {
        String charset = charset(exchange, file);
        if (file.getFile() instanceof File local) {
            return encoded(exchange, local, charset, true);
        }
        Object content = file.getBody();
        if (content instanceof String) {
            return content;
        }
        if (content instanceof byte[] || content instanceof File || content instanceof InputStream) {
            return encoded(exchange, content, charset, true);
        }
        TypeConverter converter = exchange.getContext().getTypeConverter();
        Object bytes = content == null ? null : converter.tryConvertTo(byte[].class, exchange, content);
        if (bytes == null) {
            bytes = converter.tryConvertTo(InputStream.class, exchange, file);
        }
        return bytes == null ? file : encoded(exchange, bytes, charset, true);
    }

    /** Camel's files have their own charset. Their class is in a jar that may be missing. */
    private static String charset(Exchange exchange, WrappedFile<?> file) {
        Object charset = PluginHelper.getBeanIntrospection(exchange.getContext())
                .getOrElseProperty(file, "charset", null, false);
        return charset == null ? null : charset.toString();
    }

    private static Object encoded(Exchange exchange, Object content, String own, boolean certain) {
        String name = own == null ? exchange.getProperty(ExchangePropertyKey.CHARSET_NAME, String.class) : own;
        if (name == null || name.isBlank()) {
            return content;
        }
        Charset charset;
        try {
            charset = Charset.forName(name.trim());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new AjoValidationException(
                    "The charset '" + name.trim() + "' of the " + (own == null ? "exchange" : "file")
                            + " does not exist. Nothing was sent",
                    ErrorDetails.none());
        }
        boolean utf8 = charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII);
        return utf8 ? content : new EncodedBody(content, charset, certain);
    }

    /**
     * A buffer of another library, for example. Only converters of exactly this class count: a fallback would turn any
     * bean, which should become JSON, into text or XML.
     */
    private static Object converted(Exchange exchange, Object body) {
        TypeConverterRegistry registry = exchange.getContext().getTypeConverterRegistry();
        for (Class<?> target : TARGETS) {
            if (isMadeFor(registry, target, body.getClass())) {
                Object converted = exchange.getContext().getTypeConverter().tryConvertTo(target, exchange, body);
                if (converted != null) {
                    return converted instanceof String ? converted : encoded(exchange, converted, null, false);
                }
            }
        }
        return body;
    }

    /**
     * Whether a class of another library holds bytes, as Camel's type converters have it. What Java brings is known here, or is
     * written as a text.
     */
    public static boolean isBuffer(CamelContext context, Class<?> type) {
        if (type.getName().startsWith("java.") || type.isArray() || type.isEnum()) {
            return false;
        }
        TypeConverterRegistry registry = context.getTypeConverterRegistry();
        return isMadeFor(registry, byte[].class, type) || isMadeFor(registry, InputStream.class, type);
    }

    private static boolean isMadeFor(TypeConverterRegistry registry, Class<?> target, Class<?> type) {
        TypeConverter converter = registry.lookup(target, type);
        return converter != null && converter != registry.lookup(target, Object.class);
    }
}

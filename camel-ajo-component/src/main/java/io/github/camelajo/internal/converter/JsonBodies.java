package io.github.camelajo.internal.converter;

import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.CamelContext;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;

/** What the converters and transformers know of bodies. */
final class JsonBodies {

    private static final ObjectMapper OWN = new ObjectMapper();

    private JsonBodies() {}

    /** Whether a body is JSON already, if it is anything that can be sent: text, bytes, a stream or a file. */
    static boolean isText(Object body) {
        return body instanceof CharSequence
                || body instanceof byte[]
                || body instanceof InputStream
                || body instanceof Reader
                || body instanceof ByteBuffer
                || body instanceof StreamCache
                || body instanceof WrappedFile<?>
                || body instanceof File
                || body instanceof Path;
    }

    /** The one of the registry, if there is exactly one; {@code null} stands for a context that is not known. */
    static ObjectMapper mapper(CamelContext context) {
        Set<ObjectMapper> mappers =
                context == null ? Set.of() : context.getRegistry().findByType(ObjectMapper.class);
        return mappers.size() == 1 ? mappers.iterator().next() : OWN;
    }
}

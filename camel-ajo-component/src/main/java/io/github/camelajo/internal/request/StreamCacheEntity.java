package io.github.camelajo.internal.request;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.apache.camel.StreamCache;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** A body that Camel has cached: can be sent again because it can be rewound. */
final class StreamCacheEntity extends AbstractHttpEntity {

    private final StreamCache cache;

    StreamCacheEntity(StreamCache cache) {
        super((String) null, null);
        this.cache = cache;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public long getContentLength() {
        // A cache of characters counts these, not bytes.
        return cache instanceof InputStream && cache.length() > 0 ? cache.length() : -1;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        cache.reset();
        cache.writeTo(out);
    }

    @Override
    public InputStream getContent() throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        writeTo(copy);
        return new ByteArrayInputStream(copy.toByteArray());
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public void close() {
        // The cache belongs to the exchange.
    }
}

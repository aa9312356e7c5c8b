package io.github.camelajo.internal.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** A body that is read anew for each attempt: a file, or a stream that Camel has cached. */
final class PayloadEntity extends AbstractHttpEntity {

    private final Payload payload;

    PayloadEntity(Payload payload) {
        super((String) null, null);
        this.payload = payload;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public long getContentLength() {
        return payload.length();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        payload.writeTo(out);
    }

    @Override
    public InputStream getContent() throws IOException {
        return payload.open();
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public void close() {
        // Each attempt closes what it has opened.
    }
}

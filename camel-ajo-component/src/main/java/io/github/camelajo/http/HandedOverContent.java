package io.github.camelajo.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.apache.hc.core5.http.ClassicHttpResponse;

/** The body of an answer that outlives the call; closing it gives the connection back. */
final class HandedOverContent extends FilterInputStream {

    private final ClassicHttpResponse response;

    HandedOverContent(InputStream content, ClassicHttpResponse response) {
        super(content);
        this.response = response;
    }

    @Override
    public void close() throws IOException {
        // Not the stream: closing that would read the rest, which may be endless.
        response.close();
    }
}

package io.github.camelajo.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.io.CloseMode;

/** An answer whose body has not been read yet. Must be closed, which gives its connection back. */
public final class AjoResponse implements Closeable {

    private final ClassicHttpResponse response;
    private final Deadline deadline;
    private boolean handedOver;

    AjoResponse(ClassicHttpResponse response, Deadline deadline) {
        this.response = response;
        this.deadline = deadline;
    }

    public int status() {
        return response.getCode();
    }

    public boolean isSuccess() {
        return status() >= 200 && status() < 300;
    }

    /** The value of a header, or {@code null}. */
    public String header(String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    /** The media type without parameters in lower case, empty when there is none. */
    public String mediaType() {
        HttpEntity entity = response.getEntity();
        String type = entity == null ? null : entity.getContentType();
        if (type == null) {
            return "";
        }
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).trim().toLowerCase(java.util.Locale.ROOT);
    }

    /** The body, unpacked; {@code null} when there is none. */
    public InputStream content() throws IOException {
        HttpEntity entity = response.getEntity();
        return entity == null ? null : entity.getContent();
    }

    /** Gives the body to somebody who closes it later: the connection stays with it until then. */
    public InputStream handOverContent() throws IOException {
        InputStream content = content();
        if (content == null) {
            return InputStream.nullInputStream();
        }
        handedOver = true;
        deadline.end();
        return new HandedOverContent(content, response);
    }

    /** Gives the connection back; a body that was read to its end leaves it usable, otherwise it is dropped. */
    @Override
    public void close() throws IOException {
        if (!handedOver) {
            deadline.end();
            response.close();
        }
    }

    /** Whether the call was cut off because its time was up. */
    boolean isDeadlinePassed() {
        return deadline.hasPassed();
    }

    /** Drops the connection without looking at what is still to come. */
    public void abort() {
        deadline.end();
        if (response instanceof org.apache.hc.core5.io.ModalCloseable closeable) {
            closeable.close(CloseMode.IMMEDIATE);
        } else {
            try {
                response.close();
            } catch (IOException e) {
                // Nothing is wanted from it any more.
            }
        }
    }
}

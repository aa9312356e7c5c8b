package io.github.camelajo.internal.request;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import io.github.camelajo.internal.operation.FilePart;
import org.apache.hc.client5.http.entity.mime.AbstractContentBody;
import org.apache.hc.client5.http.entity.mime.ByteArrayBody;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.InputStreamBody;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;

/**
 * The form that uploads a file. Files and streams are not read into memory, except where a small limit has to be
 * checked.
 */
final class UploadForm {

    private static final String DEFAULT_NAME = "upload.csv";

    private UploadForm() {}

    /**
     * Creates the form. The file name is in UTF-8, as browsers write it and RFC 7578 specifies.
     *
     * @throws IllegalArgumentException when the file is larger than Adobe takes
     */
    static HttpEntity entity(FilePart part, Payload payload, String fileName) throws IOException {
        ContentType mediaType = ContentType.create(part.mediaType(), StandardCharsets.UTF_8);
        return MultipartEntityBuilder.create()
                .setMode(HttpMultipartMode.LEGACY)
                .setCharset(StandardCharsets.UTF_8)
                .addPart(part.name(), content(part, payload, mediaType, fileName))
                .build();
    }

    private static AbstractContentBody content(FilePart part, Payload payload, ContentType mediaType, String name)
            throws IOException {
        if (payload.file() != null) {
            check(part, payload.length());
            return FileParts.part(payload.file(), mediaType, name);
        }
        if (payload.isInMemory()) {
            return bytes(part, payload.bytes(), mediaType, name);
        }
        if (part.maxBytes() > 0) {
            // With such a small limit the size is checked before anything is sent, and the call can be repeated.
            try (InputStream stream = payload.open()) {
                return bytes(part, stream.readNBytes((int) part.maxBytes() + 1), mediaType, name);
            }
        }
        return payload.isRepeatable()
                ? new RepeatedBody(payload, mediaType, name)
                : new InputStreamBody(payload.open(), mediaType, name);
    }

    private static ByteArrayBody bytes(FilePart part, byte[] bytes, ContentType mediaType, String name) {
        check(part, bytes.length);
        return new ByteArrayBody(bytes, mediaType, name);
    }

    private static void check(FilePart part, long size) {
        String complaint = part.complaint(size);
        if (complaint != null) {
            throw new IllegalArgumentException(complaint);
        }
    }

    /**
     * The file name to send.
     *
     * @param given what the message says, a path perhaps; {@code null} for nothing
     * @param body  has a name of its own when it is a file
     */
    static String name(String given, Object body) {
        String name = lastPart(given);
        if (name == null) {
            File file = FileBodies.of(body instanceof EncodedBody encoded ? encoded.content() : body);
            name = file == null ? null : lastPart(file.getName());
        }
        return name == null ? DEFAULT_NAME : name;
    }

    /** Only the last part of a path (also of a Windows path), without characters that could end the header. */
    private static String lastPart(String path) {
        if (path == null) {
            return null;
        }
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\"]", "_")
                .trim();
        return name.isEmpty() || name.equals(".") || name.equals("..") ? null : name;
    }

    /** Content that is read anew for each attempt. */
    private static final class RepeatedBody extends AbstractContentBody {

        private final Payload payload;
        private final String name;

        RepeatedBody(Payload payload, ContentType mediaType, String name) {
            super(mediaType);
            this.payload = payload;
            this.name = name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public long getContentLength() {
            return payload.length();
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            payload.writeTo(out);
        }
    }
}

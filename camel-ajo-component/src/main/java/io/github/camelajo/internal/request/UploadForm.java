package io.github.camelajo.internal.request;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import io.github.camelajo.internal.operation.FilePart;
import org.apache.camel.StreamCache;
import org.apache.hc.client5.http.entity.mime.AbstractContentBody;
import org.apache.hc.client5.http.entity.mime.ByteArrayBody;
import org.apache.hc.client5.http.entity.mime.FileBody;
import org.apache.hc.client5.http.entity.mime.InputStreamBody;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;

/** The form that carries a file. Files and streams are not read into memory, except where a small limit has to be checked. */
final class UploadForm {

    private static final String DEFAULT_NAME = "upload.csv";

    private UploadForm() {}

    /**
     * Makes the form.
     *
     * @throws IllegalArgumentException when the file is larger than Adobe takes
     */
    static HttpEntity entity(FilePart part, Object body, String fileName) throws IOException {
        ContentType mediaType = ContentType.create(part.mediaType(), StandardCharsets.UTF_8);
        return MultipartEntityBuilder.create()
                .addPart(part.name(), content(part, body, mediaType, fileName))
                .build();
    }

    private static AbstractContentBody content(FilePart part, Object body, ContentType mediaType, String fileName)
            throws IOException {
        File file = FileBodies.readable(body);
        if (file != null) {
            check(part, file.length());
            return new FileBody(file, mediaType, name(fileName, file.getName()));
        }
        String name = name(fileName, DEFAULT_NAME);
        if (body instanceof String text) {
            return bytes(part, text.getBytes(StandardCharsets.UTF_8), mediaType, name);
        }
        if (body instanceof byte[] bytes) {
            return bytes(part, bytes, mediaType, name);
        }
        if (body instanceof StreamCache cache && body instanceof InputStream stream) {
            cache.reset();
            return stream(part, stream, mediaType, name);
        }
        if (body instanceof InputStream stream) {
            if (part.maxBytes() == 0) {
                return new InputStreamBody(stream, mediaType, name);
            }
            try (stream) {
                return stream(part, stream, mediaType, name);
            }
        }
        throw new IllegalArgumentException("a file is sent from File, Path, InputStream, byte[] or text, not from "
                + body.getClass().getSimpleName());
    }

    private static AbstractContentBody stream(FilePart part, InputStream stream, ContentType mediaType, String name)
            throws IOException {
        // A limit is so small that the size can be known before anything is sent, and the call can be repeated.
        return part.maxBytes() == 0
                ? new InputStreamBody(stream, mediaType, name)
                : bytes(part, stream.readNBytes((int) part.maxBytes() + 1), mediaType, name);
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

    /** Only the last part of a path, and nothing that could end the header it stands in. */
    private static String name(String given, String otherwise) {
        String name = given == null || given.isBlank() ? otherwise : given;
        return name.substring(name.lastIndexOf('/') + 1).replaceAll("[\\r\\n\"\\\\]", "_");
    }
}

package io.github.camelajo.http;

import java.io.File;
import java.nio.file.Path;

import org.apache.camel.WrappedFile;

/** Finds the file behind a message body. */
final class Files {

    private Files() {}

    /** The file, or {@code null} when the body is something else. */
    static File of(Object body) {
        if (body instanceof WrappedFile<?> wrapped) {
            return of(wrapped.getFile());
        }
        if (body instanceof Path path) {
            return path.toFile();
        }
        return body instanceof File file ? file : null;
    }
}

package io.github.camelajo.internal.request;

import java.io.File;
import java.nio.file.Path;

import org.apache.camel.WrappedFile;

/** Finds the file behind a message body. */
final class FileBodies {

    private FileBodies() {}

    /** The file, or {@code null} if the body is something else. */
    static File of(Object body) {
        if (body instanceof WrappedFile<?> wrapped) {
            return of(wrapped.getFile());
        }
        if (body instanceof Path path) {
            return path.toFile();
        }
        return body instanceof File file ? file : null;
    }

    /**
     * The same for a body that is sent.
     *
     * @throws IllegalArgumentException when the file cannot be read: to be known before a request begins
     */
    static File readable(Object body) {
        File file = of(body);
        if (file != null && !(file.isFile() && file.canRead())) {
            throw new IllegalArgumentException("the file in the body does not exist or cannot be read");
        }
        return file;
    }
}

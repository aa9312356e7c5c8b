package io.github.camelajo.internal.request;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.apache.hc.client5.http.entity.mime.FileBody;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** A file as the body of a request or as a part of a form. Both detect a change of the file. */
final class FileParts {

    private FileParts() {}

    /** The file as a body that can be sent again. */
    static AbstractHttpEntity entity(File file) {
        return new Entity(new SentFile(file));
    }

    /** The file as a part of a form. */
    static FileBody part(File file, ContentType mediaType, String name) {
        return new Part(file, mediaType, name);
    }

    private static final class Entity extends AbstractHttpEntity {

        private final SentFile file;

        Entity(SentFile file) {
            super((String) null, null);
            this.file = file;
        }

        @Override
        public boolean isRepeatable() {
            return true;
        }

        @Override
        public boolean isStreaming() {
            return false;
        }

        @Override
        public long getContentLength() {
            return file.length();
        }

        @Override
        public InputStream getContent() throws IOException {
            return file.open();
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            file.writeTo(out);
        }

        @Override
        public void close() {
            // Nothing is open between two attempts.
        }
    }

    private static final class Part extends FileBody {

        private final SentFile file;

        Part(File file, ContentType mediaType, String name) {
            super(file, mediaType, name);
            this.file = new SentFile(file);
        }

        @Override
        public long getContentLength() {
            return file.length();
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            file.writeTo(out);
        }
    }
}

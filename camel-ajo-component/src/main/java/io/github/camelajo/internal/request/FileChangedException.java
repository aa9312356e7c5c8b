package io.github.camelajo.internal.request;

import java.io.File;
import java.io.IOException;

/** Thrown when a file changed or disappeared while it was sent. The message names the file without its folders. */
public final class FileChangedException extends IOException {

    private static final long serialVersionUID = 1L;

    FileChangedException(File file, String what, IOException cause) {
        super("the file " + file.getName() + " in the body " + what + " while it was sent", cause);
    }
}

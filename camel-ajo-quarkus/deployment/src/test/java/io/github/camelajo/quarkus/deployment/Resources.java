package io.github.camelajo.quarkus.deployment;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;

/** Finds the folder or the jar that contains a class. */
final class Resources {

    private Resources() {}

    static Path folderOf(Class<?> type) throws IOException {
        URI file = URI.create(type.getResource(type.getSimpleName() + ".class").toString());
        if ("jar".equals(file.getScheme())) {
            open(file);
        }
        return Path.of(file).getParent();
    }

    private static void open(URI file) throws IOException {
        try {
            FileSystems.getFileSystem(file);
        } catch (FileSystemNotFoundException e) {
            // Stays open until the tests end.
            FileSystems.newFileSystem(file, Map.of());
        }
    }
}

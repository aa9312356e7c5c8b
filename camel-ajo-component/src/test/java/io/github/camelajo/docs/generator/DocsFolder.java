package io.github.camelajo.docs.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Markdown files of the docs. */
public final class DocsFolder {

    /** The module's folder: Maven runs tests there, an IDE perhaps in the folder above. */
    public static final Path MODULE = Files.isDirectory(Path.of("camel-ajo-component"))
            ? Path.of("camel-ajo-component").toAbsolutePath()
            : Path.of("").toAbsolutePath();

    private static final Path FOLDER = MODULE.resolveSibling("docs");

    private DocsFolder() {}

    public static List<Path> pages() {
        return pagesIn(FOLDER);
    }

    /** The pages that people meet first: README, how to contribute, changelog and the like. */
    public static List<Path> frontPages() {
        return pagesIn(FOLDER.getParent());
    }

    private static List<Path> pagesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

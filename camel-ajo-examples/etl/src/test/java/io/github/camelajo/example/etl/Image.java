package io.github.camelajo.example.etl;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A folder with the content that the image of a Dockerfile would have.
 *
 * @param user    the user of the container
 * @param command its entry point, with paths inside the folder and the Java of this process
 */
record Image(String user, List<String> command) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * Follows the instructions of a Dockerfile.
     *
     * @param context the folder that paths of the instructions are relative to
     * @param root    the empty folder for the content
     */
    static Image build(Path dockerfile, Path context, Path root) throws IOException {
        String user = "root";
        List<String> command = new ArrayList<>();
        for (String line : Files.readAllLines(dockerfile)) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "COPY" -> copy(context, words[1], root, words[2]);
                case "USER" -> user = words[1];
                case "ENTRYPOINT" ->
                    MAPPER.readTree(line.substring(words[0].length()))
                            .forEach(word -> command.add(inside(root, word.asText())));
                case "#", "FROM", "" -> {
                    // Nothing to do in a folder.
                }
                default -> throw new IllegalArgumentException("This instruction is not supported: " + line);
            }
        }
        return new Image(user, command);
    }

    private static String inside(Path root, String word) {
        if (word.equals("java")) {
            return Path.of(System.getProperty("java.home"), "bin", "java").toString();
        }
        return word.startsWith("/") ? root + word : word;
    }

    private static void copy(Path context, String source, Path root, String target) throws IOException {
        Path folder = Files.createDirectories(root.resolve(target.substring(1)));
        Path from = context.resolve(source);
        boolean whole = Files.isDirectory(from);
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files =
                whole ? Files.newDirectoryStream(from) : Files.newDirectoryStream(from.getParent(), name(from))) {
            files.forEach(found::add);
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("There is nothing to copy: " + source);
        }
        for (Path file : found) {
            Files.createSymbolicLink(folder.resolve(file.getFileName()), file.toAbsolutePath());
        }
    }

    private static String name(Path pattern) {
        return pattern.getFileName().toString();
    }
}

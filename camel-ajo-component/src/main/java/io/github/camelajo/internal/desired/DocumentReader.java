package io.github.camelajo.internal.desired;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.flow.AnswerFields;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;

/**
 * Reads a wanted state: a Map, a List, a record, YAML or JSON as text, bytes, stream or file, or a folder of files. All
 * mistakes are reported together, before any call.
 */
final class DocumentReader {

    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

    private final ObjectMapper mapper;
    private final ObjectReader json;

    DocumentReader(ObjectMapper mapper) {
        this.mapper = mapper;
        this.json = mapper.readerFor(Object.class)
                .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /**
     * Reads a body.
     *
     * @param  only                   the one kind that is possible, {@code null} for a document with several
     * @throws AjoValidationException telling all that is wrong
     */
    WantedState read(Object body, StateKind only) {
        List<String> problems = new ArrayList<>();
        DocumentCheck check = new DocumentCheck(only, problems);
        if (body == null || body instanceof String text && text.isBlank()) {
            problems.add("there is no body");
        } else if (path(body) != null && Files.isDirectory(path(body))) {
            folder(path(body), check, problems);
        } else {
            one(body, check, problems);
        }
        WantedState state = check.state();
        if (!problems.isEmpty()) {
            throw new AjoValidationException(
                    "Nothing was sent, because the document has errors: " + String.join("; ", problems),
                    ErrorDetails.none());
        }
        return state;
    }

    private void folder(Path folder, DocumentCheck check, List<String> problems) {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            // A link that leads nowhere is kept: its file would be taken for one that wants nothing.
            files = all.filter(file -> !Files.isDirectory(file))
                    .filter(file -> !isHidden(folder.relativize(file)))
                    .filter(file -> ENDINGS.stream()
                            .anyMatch(file.getFileName().toString().toLowerCase(Locale.ROOT)::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            problems.add("the folder cannot be read (" + e.getClass().getSimpleName() + ")");
            return;
        }
        if (files.isEmpty()) {
            problems.add("the folder has no file that ends in .yaml, .yml or .json");
        }
        for (Path file : files) {
            String name = folder.relativize(file).toString();
            try {
                check.take(
                        name + ": ",
                        text(Files.readString(file), file.getFileName().toString()));
            } catch (UnreadableException e) {
                problems.add(name + ": " + e.getMessage());
            } catch (IOException e) {
                problems.add(name + ": cannot be read (" + e.getClass().getSimpleName() + ")");
            }
        }
    }

    /** Version control and mounted volumes keep copies in folders whose name begins with a dot. */
    private static boolean isHidden(Path file) {
        for (Path name : file) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private void one(Object body, DocumentCheck check, List<String> problems) {
        try {
            check.take("", tree(body));
        } catch (UnreadableException e) {
            problems.add(e.getMessage());
        } catch (IOException e) {
            problems.add("the body cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private Object tree(Object body) throws IOException, UnreadableException {
        if (body instanceof String text) {
            return text(text, "");
        }
        if (body instanceof byte[] bytes) {
            return text(new String(bytes, StandardCharsets.UTF_8), "");
        }
        if (body instanceof StreamCache cache) {
            ByteArrayOutputStream copy = new ByteArrayOutputStream();
            cache.reset();
            cache.writeTo(copy);
            cache.reset();
            return text(copy.toString(StandardCharsets.UTF_8), "");
        }
        if (body instanceof InputStream stream) {
            return text(new String(stream.readAllBytes(), StandardCharsets.UTF_8), "");
        }
        Path file = path(body);
        if (file != null) {
            return text(Files.readString(file), file.getFileName().toString());
        }
        if (body instanceof Map<?, ?> || body instanceof Collection<?>) {
            return plain(body);
        }
        return converted(body);
    }

    /** Maps may contain records. */
    private Object plain(Object value) throws UnreadableException {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> fields = AnswerFields.map(map);
            for (Map.Entry<String, Object> field : fields.entrySet()) {
                field.setValue(plain(field.getValue()));
            }
            return fields;
        }
        if (value instanceof Collection<?> several) {
            List<Object> list = new ArrayList<>();
            for (Object item : several) {
                list.add(plain(item));
            }
            return list;
        }
        boolean simple =
                value == null || value instanceof String || value instanceof Number || value instanceof Boolean;
        return simple ? value : converted(value);
    }

    private Object converted(Object value) throws UnreadableException {
        try {
            return mapper.convertValue(value, Object.class);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("a " + value.getClass().getSimpleName() + " cannot be made JSON");
        }
    }

    private Object text(String given, String fileName) throws UnreadableException {
        String text = given.startsWith("\uFEFF") ? given.substring(1) : given;
        String start = text.stripLeading();
        boolean isJson = fileName.toLowerCase(Locale.ROOT).endsWith(".json")
                || start.startsWith("{")
                || start.startsWith("[") && !fileName.toLowerCase(Locale.ROOT).endsWith(".yaml");
        if (!isJson) {
            return YamlText.read(text);
        }
        try {
            return json.readValue(text);
        } catch (JsonProcessingException e) {
            // The original message quotes the text.
            throw new UnreadableException("not valid JSON, or a field appears twice (line "
                    + (e.getLocation() == null ? "unknown" : e.getLocation().getLineNr()) + ")");
        }
    }

    private static Path path(Object body) {
        if (body instanceof WrappedFile<?> wrapped) {
            return path(wrapped.getFile());
        }
        if (body instanceof File file) {
            return file.toPath();
        }
        return body instanceof Path path ? path : null;
    }

    /** A text that cannot be parsed. The message says why and where, and quotes nothing. */
    static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }
}

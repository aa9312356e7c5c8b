package io.github.camelajo.simulator.internal.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelajo.simulator.internal.core.MalformedUriException;
import io.github.camelajo.simulator.internal.core.PathTemplate;

/**
 * What the component calls the operations, from {@code operations.txt} beside this class: a line for each with API, operation,
 * method, path, {@code json}, {@code file} or {@code none} for its body, and then options as {@code option=AdobeName}. A test of
 * the component writes that file from its catalogue.
 */
final class OperationNames {

    private static final String FILE = "operations.txt";

    private final List<Named> operations;

    OperationNames() {
        operations = read().stream()
                .map(OperationNames::parse)
                .sorted(Comparator.comparing(Named::path))
                .toList();
    }

    private static List<String> read() {
        try (InputStream in = OperationNames.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Named parse(String line) {
        String[] parts = line.split(" ");
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 5; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            options.put(parts[i].substring(equals + 1), parts[i].substring(0, equals));
        }
        return new Named(parts[0], parts[1], parts[2], PathTemplate.of(parts[3]), parts[4], options);
    }

    Optional<Found> find(String method, String path) {
        try {
            List<String> segments = PathTemplate.split(path);
            for (Named operation : operations) {
                Optional<Map<String, String>> values =
                        operation.method.equals(method) ? operation.path.match(segments) : Optional.empty();
                if (values.isPresent()) {
                    return Optional.of(new Found(operation, values.get()));
                }
            }
        } catch (MalformedUriException e) {
            // An address that nobody can read is that of no operation.
            return Optional.empty();
        }
        return Optional.empty();
    }

    /**
     * An operation.
     *
     * @param body    {@code json}, {@code file} or {@code none}
     * @param options the component's options by Adobe's names of path and query parameters
     */
    record Named(
            String api, String operation, String method, PathTemplate path, String body, Map<String, String> options) {}

    /** An operation, and the decoded values of its path by Adobe's names. */
    record Found(Named operation, Map<String, String> values) {}
}

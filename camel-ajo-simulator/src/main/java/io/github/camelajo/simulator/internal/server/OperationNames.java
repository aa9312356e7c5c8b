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

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.MalformedUriException;
import io.github.camelajo.simulator.internal.core.PathTemplate;

/**
 * The component's names of the operations, from {@code operations.txt} beside this class. Each line has API, operation,
 * method, path, {@code json}, {@code file} or {@code none} for the body, and then options as {@code option=AdobeName}.
 * If several operations share an address, {@code json:field=VALUE} says which value of a field of the body belongs to
 * this one. A test of the component writes the file from its catalogue.
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
        String[] body = parts[4].split("[:=]");
        return new Named(
                parts[0],
                parts[1],
                parts[2],
                PathTemplate.of(parts[3]),
                body[0],
                body.length > 1 ? body[1] : null,
                body.length > 1 ? body[2] : null,
                options);
    }

    Optional<Found> find(ReceivedRequest request) {
        try {
            List<String> segments = PathTemplate.split(request.path());
            for (Named operation : operations) {
                Optional<Map<String, String>> values =
                        operation.method.equals(request.method()) ? operation.path.match(segments) : Optional.empty();
                if (values.isPresent() && operation.fits(request.body())) {
                    return Optional.of(new Found(operation, values.get()));
                }
            }
        } catch (MalformedUriException e) {
            // An address that cannot be parsed belongs to no operation.
            return Optional.empty();
        }
        return Optional.empty();
    }

    /**
     * An operation.
     *
     * @param body    {@code json}, {@code file} or {@code none}
     * @param field   the field of the body that distinguishes it from others at the same address; {@code null} for none
     * @param value   the value of that field
     * @param options the component's options, by Adobe's names of path and query parameters
     */
    record Named(
            String api,
            String operation,
            String method,
            PathTemplate path,
            String body,
            String field,
            String value,
            Map<String, String> options) {

        private boolean fits(byte[] sent) {
            if (field == null) {
                return true;
            }
            try {
                return Json.parse(sent).path(field).asText().equals(value);
            } catch (JsonProcessingException e) {
                return false;
            }
        }
    }

    /** An operation, and the decoded path values by Adobe's names. */
    record Found(Named operation, Map<String, String> values) {}
}

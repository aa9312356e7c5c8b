package io.github.camelajo.example.quarkus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.github.camelajo.model.EndpointConfig;

/** Reads the file of the limits: a CSV with a line of titles. */
final class LimitsFile {

    static final List<String> TITLES = List.of("url", "methods", "caller", "maxCalls", "periodMs", "maxConnections");

    private static final Set<String> CALLERS = Set.of(EndpointConfig.ACTION, EndpointConfig.DATA_SOURCE);

    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.FAIL_ON_MISSING_HEADER_COLUMNS)
            .build();

    private LimitsFile() {}

    /** @throws IllegalArgumentException with the line and what is wrong there */
    static List<EndpointLimit> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("There is no file " + file);
        }
        List<EndpointLimit> limits = new ArrayList<>();
        CsvSchema schema = CsvSchema.builder()
                .addColumns(TITLES, CsvSchema.ColumnType.STRING)
                .setUseHeader(true)
                .setReorderColumns(true)
                .setStrictHeaders(true)
                .build();
        try (MappingIterator<Map<String, String>> rows =
                MAPPER.readerForMapOf(String.class).with(schema).readValues(file.toFile())) {
            while (rows.hasNext()) {
                long line = rows.getCurrentLocation().getLineNr();
                limits.add(limit(new Row(file.getFileName() + ", line " + line, rows.next())));
            }
        }
        refuseTwice(limits, file);
        return limits;
    }

    private static EndpointLimit limit(Row row) {
        String caller = row.text("caller");
        if (!CALLERS.contains(caller)) {
            throw row.wrong("caller", "action or dataSource");
        }
        return new EndpointLimit(
                row.text("url"),
                Set.of(row.text("methods").split(" +")),
                caller,
                row.number("maxCalls"),
                Duration.ofMillis(row.number("periodMs")),
                row.isEmpty("maxConnections") ? null : row.number("maxConnections"));
    }

    private static void refuseTwice(List<EndpointLimit> limits, Path file) {
        long keys = limits.stream().map(EndpointLimit::key).distinct().count();
        if (keys != limits.size()) {
            throw new IllegalArgumentException(
                    file.getFileName() + " lists an endpoint twice; allowed: one line for each url and caller");
        }
    }

    private record Row(String place, Map<String, String> values) {

        boolean isEmpty(String title) {
            String value = values.get(title);
            return value == null || value.isEmpty();
        }

        String text(String title) {
            if (isEmpty(title)) {
                throw wrong(title, "anything but nothing");
            }
            return values.get(title);
        }

        int number(String title) {
            try {
                int number = Integer.parseInt(text(title));
                if (number > 0) {
                    return number;
                }
            } catch (NumberFormatException ignored) {
                // told below
            }
            throw wrong(title, "a whole number from 1");
        }

        IllegalArgumentException wrong(String title, String allowed) {
            return new IllegalArgumentException(
                    place + ": " + title + " is '" + values.get(title) + "', allowed: " + allowed);
        }
    }
}

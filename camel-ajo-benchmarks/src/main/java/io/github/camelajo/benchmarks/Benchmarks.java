package io.github.camelajo.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.camelajo.benchmarks.figure.BatchingFigure;
import io.github.camelajo.benchmarks.figure.CallFigure;
import io.github.camelajo.benchmarks.figure.EventFigure;
import io.github.camelajo.benchmarks.figure.Figure;
import io.github.camelajo.benchmarks.figure.ListingFigure;
import io.github.camelajo.benchmarks.figure.OutboxFigure;
import io.github.camelajo.benchmarks.figure.ServerFigure;
import io.github.camelajo.benchmarks.figure.Setting;
import io.github.camelajo.benchmarks.figure.SourceFigure;
import io.github.camelajo.benchmarks.figure.StartFigure;
import io.github.camelajo.benchmarks.figure.StateFigure;
import io.github.camelajo.benchmarks.figure.ThroughputFigure;
import io.github.camelajo.benchmarks.figure.TokenFigure;
import io.github.camelajo.benchmarks.report.FigureResult;
import io.github.camelajo.benchmarks.report.Machine;
import io.github.camelajo.benchmarks.report.PerformancePage;
import io.github.camelajo.benchmarks.report.Table;
import io.github.camelajo.benchmarks.server.ServerProcess;

/**
 * Measures all figures, prints them, and writes them into {@code docs/performance.md}. Arguments: names of figures, to measure
 * only those and leave the others in the page as they were measured last in this build; {@code quick} for a rough measurement,
 * which is not written.
 */
public final class Benchmarks {

    private static final List<Figure> FIGURES = List.of(
            new CallFigure(),
            new ThroughputFigure(),
            new TokenFigure(),
            new ListingFigure(),
            new SourceFigure(),
            new BatchingFigure(),
            new OutboxFigure(),
            new EventFigure(),
            new StateFigure(),
            new StartFigure(),
            new ServerFigure());

    private static final Path KEPT = Path.of("target", "benchmark-results");

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        List<String> words = new ArrayList<>(Arrays.asList(args));
        boolean quick = words.remove("quick");
        List<Figure> chosen = chosen(words);
        Path jdk = Path.of(System.getProperty("java.home"));
        Path newer = Setting.newerJdk(System.getenv());
        List<FigureResult> results = new ArrayList<>();
        long start = System.nanoTime();
        try (ServerProcess server = ServerProcess.start()) {
            Setting setting = new Setting(server, jdk, newer, quick);
            for (Figure figure : chosen) {
                System.out.println("Measuring: " + figure.id());
                FigureResult result = figure.measure(setting);
                results.add(result);
                if (!quick) {
                    keep(result);
                }
                result.tables().forEach(table -> System.out.println(table.markdown()));
            }
        }
        Table machine = Machine.facts(newer == null ? List.of(jdk) : List.of(jdk, newer));
        System.out.println(PerformancePage.targets(results).markdown());
        System.out.println(machine.markdown());
        System.out.println("Took " + (System.nanoTime() - start) / 1_000_000_000L + " s");
        if (!quick) {
            Path page = Path.of("..", "docs", "performance.md").toAbsolutePath().normalize();
            PerformancePage.write(page, PerformancePage.markdown(machine, kept()));
            System.out.println("Written to docs/performance.md");
        }
    }

    private static List<Figure> chosen(List<String> names) {
        if (names.isEmpty()) {
            return FIGURES;
        }
        List<String> known = FIGURES.stream().map(Figure::id).toList();
        if (!known.containsAll(names)) {
            throw new IllegalArgumentException("Allowed are quick and the names of figures: " + known);
        }
        return FIGURES.stream().filter(figure -> names.contains(figure.id())).toList();
    }

    private static void keep(FigureResult result) throws IOException {
        Files.createDirectories(KEPT);
        MAPPER.writeValue(file(result.id()), result);
    }

    private static List<FigureResult> kept() throws IOException {
        List<FigureResult> results = new ArrayList<>();
        for (Figure figure : FIGURES) {
            if (file(figure.id()).exists()) {
                results.add(MAPPER.readValue(file(figure.id()), FigureResult.class));
            }
        }
        return results;
    }

    private static File file(String figure) {
        return KEPT.resolve(figure + ".json").toFile();
    }
}

package io.github.camelajo.benchmarks.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.benchmarks.report.Check;
import io.github.camelajo.benchmarks.report.FigureResult;
import io.github.camelajo.benchmarks.report.Table;

/** From the start of a context to the end of its first call, and what is loaded for that. */
public final class StartFigure implements Figure {

    private static final Pattern JAR = Pattern.compile("source: file:(\\S+\\.jar)");
    private static final double KILOBYTE = 1024;

    @Override
    public String id() {
        return "start";
    }

    @Override
    public FigureResult measure(Setting setting) throws IOException {
        Samples ajo = new Samples();
        Samples http = new Samples();
        JsonNode ajoReport = null;
        JsonNode httpReport = null;
        for (int i = 0; i < setting.either(3, 15); i++) {
            ajoReport = run(setting, List.of(), "ajo");
            httpReport = run(setting, List.of(), "http");
            ajo.add(ajoReport.get("totalMillis").asDouble());
            http.add(httpReport.get("totalMillis").asDouble());
        }
        double ajoClasses = ajoReport.get("classes").asDouble();
        double httpClasses = httpReport.get("classes").asDouble();
        double ajoJars = jars(setting, "ajo");
        double httpJars = jars(setting, "http");
        Table table = Table.of(
                "A route with one call in a fresh JVM:",
                "route",
                "from context to first answer, ms",
                "classes loaded",
                "jars that classes come from, KB");
        table.row("`ajo:`", ajo.median(), ajoClasses, ajoJars / KILOBYTE);
        table.row("`http:` with OAuth2 and `unmarshal`", http.median(), httpClasses, httpJars / KILOBYTE);
        String route = "`http:` route";
        return new FigureResult(
                id(),
                "Start",
                List.of(
                        Check.atMost("context start to first answer", route, 1.2, ajo.medianRatio(http)),
                        Check.atMost("classes loaded", route, 1.2, ajoClasses / httpClasses),
                        Check.atMost("size of the jars in use", route, 1.2, ajoJars / httpJars)),
                List.of(table));
    }

    private static JsonNode run(Setting setting, List<String> jvmArgs, String route) {
        List<String> all = new ArrayList<>(List.of("-Xmx256m", "-XX:+UseSerialGC"));
        all.addAll(jvmArgs);
        return ChildJvm.run(setting.jdk(), all, StartRun.class, setting.server().port(), route);
    }

    /** Bytes of all jars that a class was loaded from; those of the benchmarks do not count. */
    private static double jars(Setting setting, String route) throws IOException {
        Path log = Files.createTempFile("classes", ".log");
        try {
            run(setting, List.of("-Xlog:class+load:file=" + log), route);
            Set<Path> jars = new HashSet<>();
            try (Stream<String> lines = Files.lines(log)) {
                lines.map(JAR::matcher).filter(Matcher::find).forEach(jar -> jars.add(Path.of(jar.group(1))));
            }
            double bytes = 0;
            for (Path jar : jars) {
                if (!jar.getFileName().toString().contains("benchmarks")) {
                    bytes += Files.size(jar);
                }
            }
            return bytes;
        } finally {
            Files.delete(log);
        }
    }
}

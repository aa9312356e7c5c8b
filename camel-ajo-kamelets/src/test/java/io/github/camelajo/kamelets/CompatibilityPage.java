package io.github.camelajo.kamelets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables of the page about versions, made from the results of {@code .ci/compatibility --record}. */
final class CompatibilityPage {

    static final Path FILE = KameletFiles.REPOSITORY.resolve("docs/compatibility.md");

    /** The command that updates the page. */
    static final String COMMAND = "mvn -pl camel-ajo-kamelets -am test -Dtest=CompatibilityPageTest "
            + "-Dsurefire.failIfNoSpecifiedTests=false -Ddocs.update=true";

    static final String ON_ITS_OWN = "Camel Main";

    private static final Path RUNS = KameletFiles.REPOSITORY.resolve("docs/compatibility.tsv");

    private static final Pattern REGION =
            Pattern.compile("<!-- compatibility:(\\w+) -->\n(.*?)<!-- /compatibility -->", Pattern.DOTALL);

    /** The tests of one module on one line. */
    record Run(String camel, String platform, String java, String module, int tests, int failed, int skipped) {

        private static Run parse(String line) {
            String[] cells = line.split("\t", -1);
            return new Run(
                    cells[0],
                    cells[1],
                    cells[2],
                    cells[3],
                    Integer.parseInt(cells[4]),
                    Integer.parseInt(cells[5]),
                    Integer.parseInt(cells[6]));
        }

        private String line() {
            return "Camel " + camel + ", JDK " + java;
        }

        private String count() {
            return tests + (skipped == 0 ? "" : " (" + skipped + " skipped)");
        }
    }

    private CompatibilityPage() {}

    static String text() {
        return KameletFiles.text(FILE);
    }

    static List<Run> runs() {
        return KameletFiles.text(RUNS)
                .lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(Run::parse)
                .toList();
    }

    /** Returns the page with up-to-date tables. */
    static String rewritten() {
        return REGION.matcher(text())
                .replaceAll(region -> Matcher.quoteReplacement("<!-- compatibility:" + region.group(1) + " -->\n\n"
                        + part(region.group(1)).strip() + "\n\n<!-- /compatibility -->"));
    }

    private static String part(String name) {
        return switch (name) {
            case "camel" -> onItsOwn();
            case "platforms" -> platforms();
            default -> throw new IllegalStateException("There is no part " + name);
        };
    }

    private static String onItsOwn() {
        List<Run> runs =
                runs().stream().filter(run -> run.platform().equals(ON_ITS_OWN)).toList();
        Set<String> lines = new LinkedHashSet<>(runs.stream().map(Run::line).toList());
        StringBuilder table = new StringBuilder("| Tests of | " + String.join(" | ", lines) + " |\n")
                .append("|---|")
                .append("---|".repeat(lines.size()))
                .append('\n');
        for (String module : new LinkedHashSet<>(runs.stream().map(Run::module).toList())) {
            table.append("| `").append(module).append('`');
            for (String line : lines) {
                table.append(" | ")
                        .append(runs.stream()
                                .filter(run -> run.module().equals(module)
                                        && run.line().equals(line))
                                .map(Run::count)
                                .collect(Collectors.joining()));
            }
            table.append(" |\n");
        }
        return table.toString();
    }

    private static String platforms() {
        List<String> rows = new ArrayList<>();
        for (Run run : runs()) {
            if (!run.platform().equals(ON_ITS_OWN)) {
                rows.add("| " + run.platform() + " | " + run.camel() + " | " + run.java() + " | `" + run.module()
                        + "` | " + run.count() + " |\n");
            }
        }
        return "| Platform | Camel | JDK | Tests of | Passed |\n|---|---|---|---|---|\n" + String.join("", rows);
    }

    /** Returns a property of the root POM. */
    static String property(String name) {
        Matcher value = Pattern.compile("<" + Pattern.quote(name) + ">(.*?)</")
                .matcher(KameletFiles.text(KameletFiles.REPOSITORY.resolve("pom.xml")));
        if (!value.find()) {
            throw new IllegalStateException("The root pom has no property " + name);
        }
        return value.group(1);
    }
}

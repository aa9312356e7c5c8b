package io.github.camelajo.docs.generator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A piece of code in a page. The comment {@code <!-- snippet: NAME -->} names the code blocks that follow it with nothing
 * but empty lines between them: the same thing in several languages.
 *
 * @param name     of the comment
 * @param language java, yaml, xml or json, as the block says
 * @param text     the code
 * @param page     where it stands
 */
public record Snippet(String name, String language, String text, String page) {

    private static final Pattern MARKED =
            Pattern.compile("<!-- snippet: (\\S+) -->\\s*\n((?:```\\w+\n.*?\n```\\s*\n?)+)", Pattern.DOTALL);

    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)\n```", Pattern.DOTALL);

    private static final Pattern REGION = Pattern.compile("( *)// snippet:(\\S+)\n(.*?)\n *// end\n", Pattern.DOTALL);

    /** All there are, in the order of the pages. */
    public static List<Snippet> inPages() {
        List<Snippet> found = new ArrayList<>();
        for (Path page : DocsFolder.pages()) {
            Matcher marked = MARKED.matcher(DocsFolder.read(page));
            while (marked.find()) {
                for (MatchResult block :
                        BLOCK.matcher(marked.group(2)).results().toList()) {
                    found.add(new Snippet(
                            marked.group(1),
                            block.group(1),
                            block.group(2),
                            page.getFileName().toString()));
                }
            }
        }
        return found;
    }

    public static List<Snippet> inPages(String language) {
        return inPages().stream()
                .filter(snippet -> snippet.language().equals(language))
                .toList();
    }

    /** The one of that name and language. */
    public static Snippet inPages(String name, String language) {
        return inPages(language).stream()
                .filter(snippet -> snippet.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No page has a snippet " + name + " in " + language));
    }

    /** The regions of {@code JavaSnippets}, of tests and of classes that the pages show, as they are compiled. */
    public static List<Snippet> inSource() {
        return Stream.of(
                        "io/github/camelajo/docs/JavaSnippets.java",
                        "io/github/camelajo/docs/QuietOutageTest.java",
                        "com/example/InventoryLine.java")
                .flatMap(Snippet::inSourceFile)
                .toList();
    }

    private static Stream<Snippet> inSourceFile(String file) {
        Path source = DocsFolder.MODULE.resolve("src/test/java").resolve(file);
        return REGION.matcher(DocsFolder.read(source))
                .results()
                .map(region -> new Snippet(
                        region.group(2),
                        "java",
                        region.group(3).replaceAll("(?m)^" + region.group(1), ""),
                        source.getFileName().toString()));
    }

    public static Snippet inSource(String name) {
        return inSource().stream()
                .filter(snippet -> snippet.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("JavaSnippets has no region // snippet:" + name));
    }

    @Override
    public String toString() {
        return page + ": " + name + " in " + language;
    }
}

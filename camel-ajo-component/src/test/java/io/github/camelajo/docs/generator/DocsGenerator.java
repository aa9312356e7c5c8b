package io.github.camelajo.docs.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelajo.internal.operation.Api;
import io.github.camelajo.internal.operation.OperationCatalog;

/**
 * Writes the parts of the docs that stand between {@code <!-- generated:NAME -->} and {@code <!-- /generated -->}, from the
 * same sources that the component itself works with, and the Java of snippets, from {@code JavaSnippets}. To add a part, add a
 * line to the constructor.
 */
public final class DocsGenerator {

    /** What to run when a page is out of date. */
    public static final String COMMAND = "mvn -pl camel-ajo-component -am test -Dtest=DocsAreUpToDateTest "
            + "-Dsurefire.failIfNoSpecifiedTests=false -Ddocs.update=true";

    private static final Pattern REGION =
            Pattern.compile("<!-- generated:(\\S+) -->\n(.*?)<!-- /generated -->", Pattern.DOTALL);

    private static final Pattern JAVA =
            Pattern.compile("(<!-- snippet: (\\S+) -->\n\n```java\n)(.*?)```", Pattern.DOTALL);

    private final Map<String, Supplier<String>> parts = new TreeMap<>();

    public DocsGenerator() {
        OptionTables options = new OptionTables();
        parts.put("endpoint-options", options::ofEndpoints);
        parts.put("component-options", options::ofTheComponentOnly);
        parts.put("headers", options::headers);
        parts.put("spring-boot-properties", options::springBoot);
        parts.put("apis", OperationSections::overview);
        for (Api api : OperationCatalog.apis()) {
            parts.put("operations:" + api.name(), () -> OperationSections.of(api));
        }
        parts.put("source-lists", SourceLists::table);
        parts.put("permissions", OperationSections::permissions);
        parts.put("error-codes", ErrorCodes::table);
        parts.put("simulator-properties", SimulatorProperties::block);
        parts.put("simulator-coverage", SimulatorCoverage::table);
        parts.put("simulator-admin-calls", SimulatorCalls::adminCalls);
        parts.put("simulator-kinds", SimulatorCalls::kinds);
    }

    /** Rewrites the generated parts of all pages, and the JSON schemas. */
    public static void main(String[] arguments) throws IOException {
        DocsGenerator generator = new DocsGenerator();
        for (Path page : DocsFolder.pages()) {
            Files.writeString(page, generator.rewrite(DocsFolder.read(page)));
        }
        BodySchemas.write();
        Files.writeString(StateSchemaFile.FILE, StateSchemaFile.text());
    }

    /** The names of all parts there are. */
    public Set<String> names() {
        return parts.keySet();
    }

    /** The page with its generated parts, and the Java of its snippets, as they should be. */
    public String rewrite(String page) {
        String withParts = REGION.matcher(page).replaceAll(region -> Matcher.quoteReplacement(written(region)));
        return JAVA.matcher(withParts).replaceAll(block -> Matcher.quoteReplacement(java(block)));
    }

    private static String java(MatchResult block) {
        Snippet compiled = Snippet.inSource(block.group(2));
        return block.group(1) + compiled.text() + "\n```";
    }

    private String written(MatchResult region) {
        String name = region.group(1);
        Supplier<String> part = parts.get(name);
        if (part == null) {
            throw new IllegalStateException("No generated part is called '" + name + "', there are: " + names());
        }
        return "<!-- generated:" + name + " -->\n\n" + part.get().strip() + "\n\n<!-- /generated -->";
    }
}

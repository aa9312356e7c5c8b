package io.github.camelajo.docs;

import java.util.regex.Pattern;

import io.github.camelajo.docs.generator.DocsFolder;
import io.github.camelajo.docs.generator.DocsGenerator;
import io.github.camelajo.docs.generator.Snippet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the pages show as Java is what the tests compile and run. */
class JavaSnippetsTest {

    /** Those are run by the tests of camel-ajo-kamelets, and by FirstProjectTest. */
    private static final Pattern OF_OTHERS =
            Pattern.compile("<!-- (?:kamelet-snippet|file): \\S+ -->\n\n```(?:yaml|java)\n");

    @ParameterizedTest
    @MethodSource("io.github.camelajo.docs.generator.Snippet#inSource")
    void thePageShowsWhatIsCompiled(Snippet compiled) {
        assertThat(Snippet.inPages(compiled.name(), "java").text())
                .as("the Java of snippet " + compiled.name() + " in the page; to repair: " + DocsGenerator.COMMAND)
                .isEqualTo(compiled.text());
    }

    @Test
    void nothingElseIsShown() {
        assertThat(Snippet.inPages("java"))
                .extracting(Snippet::name)
                .containsExactlyInAnyOrderElementsOf(
                        Snippet.inSource().stream().map(Snippet::name).toList());
    }

    @Test
    void noJavaYamlOrXmlRouteIsShownWithoutBeingTested() {
        for (var page : DocsFolder.pages()) {
            String text = DocsFolder.read(page);
            long blocks =
                    text.lines().filter(line -> line.matches("```(java|yaml)")).count();
            long ofOthers = OF_OTHERS.matcher(text).results().count();
            long marked = Snippet.inPages().stream()
                    .filter(snippet -> snippet.page().equals(page.getFileName().toString()))
                    .filter(snippet -> snippet.language().matches("java|yaml"))
                    .count();
            assertThat(marked)
                    .as("Java and YAML blocks of " + page.getFileName() + " with a snippet comment")
                    .isEqualTo(blocks - ofOthers);
        }
    }
}

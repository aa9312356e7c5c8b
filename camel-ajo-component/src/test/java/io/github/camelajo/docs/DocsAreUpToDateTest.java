package io.github.camelajo.docs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

import io.github.camelajo.docs.generator.DocsFolder;
import io.github.camelajo.docs.generator.DocsGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** With {@code -Ddocs.update=true} this test writes the pages before it looks at them. */
class DocsAreUpToDateTest {

    private final DocsGenerator generator = new DocsGenerator();

    @BeforeAll
    static void updateIfAskedTo() throws IOException {
        if (Boolean.getBoolean("docs.update")) {
            DocsGenerator.main(new String[0]);
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.camelajo.docs.generator.DocsFolder#pages")
    void theGeneratedPartsSayWhatTheSourcesSay(Path page) {
        String text = DocsFolder.read(page);
        assertThat(text)
                .withFailMessage(
                        () -> page.getFileName() + " is out of date. Run this in the root of the repository and "
                                + "commit what it changes:\n\n    " + DocsGenerator.COMMAND + "\n")
                .isEqualTo(generator.rewrite(text));
    }

    @Test
    void everythingThatIsGeneratedStandsInAPage() {
        String all = DocsFolder.pages().stream().map(DocsFolder::read).collect(Collectors.joining());
        assertThat(generator.names())
                .as("parts without a place: write <!-- generated:NAME --> and <!-- /generated --> into a page of docs, "
                        + "for a new API below a heading of its own in component.md")
                .allMatch(name -> all.contains("<!-- generated:" + name + " -->\n"));
    }
}

package io.github.camelajo.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.camelajo.docs.generator.DocsFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Links between files of the repository lead somewhere. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\[[^\\]\n]*]\\(([^)\\s]+)\\)");
    private static final Pattern CODE_BLOCK = Pattern.compile("```.*?```", Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    private static Stream<String> targets(Path page) {
        return LINK.matcher(prose(page)).results().map(link -> link.group(1)).filter(target -> !target.contains("://"));
    }

    private static String prose(Path page) {
        return CODE_BLOCK.matcher(DocsFolder.read(page)).replaceAll("");
    }

    @ParameterizedTest
    @MethodSource({
        "io.github.camelajo.docs.generator.DocsFolder#pages",
        "io.github.camelajo.docs.generator.DocsFolder#frontPages"
    })
    void everyLinkLeadsToAFileAndAHeading(Path page) {
        assertThat(targets(page)).allSatisfy(target -> {
            String[] parts = target.split("#", 2);
            Path file =
                    parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
            assertThat(file).exists();
            if (parts.length == 2) {
                assertThat(anchors(file)).contains(parts[1]);
            }
        });
    }

    @Test
    void theIndexNamesEveryPage() {
        List<Path> pages = DocsFolder.pages();
        Path index = pages.stream()
                .filter(page -> page.endsWith("README.md"))
                .findFirst()
                .orElseThrow();
        assertThat(targets(index).toList())
                .containsAll(pages.stream()
                        .filter(page -> !page.equals(index))
                        .map(page -> page.getFileName().toString())
                        .toList());
    }

    /** The way GitHub makes them of headings. */
    private static List<String> anchors(Path file) {
        assertThat(Files.isRegularFile(file)).isTrue();
        return HEADING.matcher(prose(file)).results().map(LinksTest::anchor).toList();
    }

    private static String anchor(MatchResult heading) {
        return heading.group(1)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}

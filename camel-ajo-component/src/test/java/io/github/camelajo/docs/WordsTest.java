package io.github.camelajo.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.github.camelajo.docs.generator.DocsFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of words: what people search for leads somewhere. That its links exist is seen to by {@link LinksTest}. */
class WordsTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| ([^|]+) \\|$");

    private static List<String> rows() {
        Path page = DocsFolder.pages().stream()
                .filter(file -> file.endsWith("words.md"))
                .findFirst()
                .orElseThrow();
        return ROW.matcher(DocsFolder.read(page))
                .results()
                .map(MatchResult::group)
                .filter(row -> !row.startsWith("| Word") && !row.startsWith("|---"))
                .toList();
    }

    @Test
    void everyWordLeadsToAPage() {
        assertThat(rows()).hasSizeGreaterThan(40).allSatisfy(row -> assertThat(row).contains("](", ".md"));
    }

    @Test
    void wordsAreSorted() {
        assertThat(rows().stream()
                        .map(row -> row.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 |]", ""))
                        .toList())
                .isSorted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dead letter",
                "At least once",
                "Transacted",
                "Idempotent",
                "Tracing",
                "Several organizations",
                "Proxy",
                "Retry",
                "Throttling",
                "Health",
                "Native image",
                "Kamelet",
                "Simulator",
                "Vault"
            })
    void whatPeopleSearchForIsThere(String word) {
        assertThat(rows()).anyMatch(row -> row.toLowerCase(Locale.ROOT).startsWith("| " + word.toLowerCase(Locale.ROOT)));
    }
}

package io.github.camelajo.docs;

import java.util.List;
import java.util.regex.Pattern;

import io.github.camelajo.docs.generator.DocsFolder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The form of Keep a Changelog, which people and programs rely on. */
class ChangelogTest {

    private static final Pattern RELEASE = Pattern.compile("\\[\\d+\\.\\d+\\.\\d+] - \\d{4}-\\d{2}-\\d{2}");

    @Test
    void whatIsNotReleasedComesFirstAndEachReleaseHasADate() {
        List<String> versions = headings("## ");
        assertThat(versions).first().isEqualTo("Unreleased");
        assertThat(versions.subList(1, versions.size()))
                .allSatisfy(version -> assertThat(version).matches(RELEASE));
    }

    @Test
    void linesAreSortedIntoTheSixKindsOfChange() {
        assertThat(headings("### "))
                .isNotEmpty()
                .isSubsetOf("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security");
    }

    private static List<String> headings(String mark) {
        return DocsFolder.read(DocsFolder.MODULE.resolveSibling("CHANGELOG.md"))
                .lines()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .toList();
    }
}

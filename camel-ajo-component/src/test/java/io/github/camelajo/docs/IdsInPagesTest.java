package io.github.camelajo.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelajo.docs.generator.DocsFolder;
import io.github.camelajo.simulator.control.SampleIds;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever copies an identifier from a page finds it in the simulator. */
class IdsInPagesTest {

    private static final Pattern ID =
            Pattern.compile("\\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24}|[0-9a-f]{32}|[0-9a-f]{64})\\b");

    /** Parts of a message inside a challenge, which the editor of Adobe makes: the simulator takes any. */
    private static final Set<String> OF_ADOBES_EDITOR = Set.of(
            "a1b2c3d4-e5f6-4890-abcd-ef1234567890",
            "b2c3d4e5-f6a7-4901-bcde-f12345678901",
            "c1d2e3f4-a5b6-4890-8def-1234567890ab");

    private static Set<String> ids(List<Path> files) {
        return files.stream()
                .map(DocsFolder::read)
                .flatMap(text -> ID.matcher(text).results().map(MatchResult::group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> sourcesOfTheSimulator() {
        try (Stream<Path> files = Files.walk(DocsFolder.MODULE.resolveSibling("camel-ajo-simulator/src/main"))) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyIdOfThePagesExistsInTheSimulator() {
        Set<String> known = ids(sourcesOfTheSimulator());
        assertThat(known).contains(SampleIds.LIVE_CAMPAIGN);
        Set<String> shown = ids(DocsFolder.pages());
        assertThat(shown).hasSizeGreaterThan(10);
        shown.removeAll(OF_ADOBES_EDITOR);
        assertThat(known).containsAll(shown);
    }
}

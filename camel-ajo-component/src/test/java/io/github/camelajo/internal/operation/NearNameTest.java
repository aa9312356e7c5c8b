package io.github.camelajo.internal.operation;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NearNameTest {

    private static final List<String> KNOWN = List.of("ids", "name", "desc", "methods", "maxCallsCount", "x-amp-html");

    @ParameterizedTest
    @CsvSource({
        "method, methods",
        "Methods, methods",
        "mehtods, methods",
        "id, ids",
        "names, name",
        "nmae, name",
        "max_calls_count, maxCallsCount",
        "maxCallCount, maxCallsCount",
        "maxCalCount, maxCallsCount",
        "xAmpHtml, x-amp-html"
    })
    void aSlipIsRecognised(String given, String meant) {
        assertThat(NearName.of(given, KNOWN)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"description", "is", "rating", "maxCount", "nickname", "namespace"})
    void anotherWordIsNone(String given) {
        assertThat(NearName.of(given, KNOWN)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1000", "100000"})
    void aVeryLongNameIsNotCompared(int length) {
        assertThat(NearName.of("m".repeat(length), KNOWN)).isNull();
    }
}

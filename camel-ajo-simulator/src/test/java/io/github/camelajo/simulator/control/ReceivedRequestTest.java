package io.github.camelajo.simulator.control;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ReceivedRequestTest {

    private static ReceivedRequest withQuery(String query) {
        return new ReceivedRequest("GET", "/ajo/journey", query, Map.of(), null);
    }

    @ParameterizedTest
    @CsvSource({
        "page=2, page, 2",
        "a=1&page=2&page=3, page, 2",
        "filter=name%3Dx+y, filter, name=x y",
        "sort%20by=name, sort by, name",
        "page, page, ''",
        "a=b=c, a, b=c"
    })
    void findsTheFirstValueOfAQueryParameterDecoded(String query, String name, String value) {
        assertThat(withQuery(query).queryParameter(name)).contains(value);
    }

    @ParameterizedTest
    @CsvSource({"'', page", "'', ''", "&&, ''", "pages=2, page"})
    void findsNoParameterThatWasNotSent(String query, String name) {
        assertThat(withQuery(query).queryParameter(name)).isEmpty();
    }

    @Test
    void refusesToDecodeABrokenPercentSequence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withQuery("page=%zz").queryParameter("page"));
    }
}

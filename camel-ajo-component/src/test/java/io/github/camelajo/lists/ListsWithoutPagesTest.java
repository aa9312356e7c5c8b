package io.github.camelajo.lists;

import java.util.Iterator;
import java.util.List;

import io.github.camelajo.testkit.AjoTestSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ListsWithoutPagesTest extends AjoTestSupport {

    @ParameterizedTest
    @ValueSource(strings = {"capping", "throttling", "loyalty-event", "loyalty-reward-provider"})
    void canBeReadWithEachPagingThoughTheMessageHasNoHeaders(String api) {
        String uri = "ajo:" + api + "?operation=list&paging=";
        List<?> whole = template.requestBody(uri + "all", null, List.class);
        assertThat(whole).isNotNull();
        for (boolean synchronous : List.of(false, true)) {
            Iterator<?> items = template.requestBody(uri + "iterator&synchronous=" + synchronous, null, Iterator.class);
            assertThat(items).as(api).isNotNull();
        }
    }
}

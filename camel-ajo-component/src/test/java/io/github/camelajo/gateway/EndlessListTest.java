package io.github.camelajo.gateway;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.camelajo.exception.AjoInvalidResponseException;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists of a server or gateway that never come to an end, or give a thing twice. */
@Timeout(60)
class EndlessListTest extends RawServerSupport {

    /** Answers the requests in their order. */
    private static RawServer pages(IntFunction<String> page) throws IOException {
        return serve((wire, request, number) ->
                Scripts.json(200, page.apply(number - 1)).answer(wire, request, number));
    }

    private static String items(int... ids) {
        return IntStream.of(ids).mapToObj(id -> "{\"id\":\"i-" + id + "\"}").collect(Collectors.joining(",", "[", "]"));
    }

    private static String journeys(int page, int pages, String items) {
        return "{\"results\":" + items + ",\"page\":" + page + ",\"pages\":" + pages + "}";
    }

    private static String templates(String items, String next) {
        return "{\"items\":" + items + ",\"_page\":{\"next\":\"" + next + "\"}}";
    }

    private String list(String operation, RawServer api) {
        return "ajo:" + operation + "&baseUrl=" + api.url() + "&tokenEndpoint=" + login.url() + "/ims/token/v3";
    }

    private AjoInvalidResponseException givenUp(String uri) {
        return (AjoInvalidResponseException) failure(uri, null);
    }

    private static List<Object> ids(Exchange exchange) {
        List<?> items = exchange.getMessage().getBody(List.class);
        return items.stream().map(item -> ((Map<?, ?>) item).get("id")).collect(Collectors.toList());
    }

    @Test
    void pageNumbersThatNeverEndAreReadUpToMaxPages() throws Exception {
        try (RawServer api = pages(n -> journeys(n, n + 2, items(n)))) {
            assertThat(givenUp(list("journey?operation=list&paging=all&maxPages=20", api)))
                    .hasMessageContaining("given up after 20 pages with 20 items")
                    .hasMessageContaining("option maxPages");
            assertThat(api.requests()).hasSize(20);
        }
    }

    @Test
    void cursorsThatAreAlwaysNewAreReadUpToMaxPages() throws Exception {
        try (RawServer api = pages(n -> templates(items(n), "c" + n))) {
            assertThat(givenUp(list("template?operation=list&paging=all&maxPages=20", api)))
                    .hasMessageContaining("option maxPages");
            assertThat(api.requests()).hasSize(20);
        }
    }

    @Test
    void aListThatIsHeldInMemoryHasNoMoreThanMaxItems() throws Exception {
        try (RawServer api = pages(n -> templates(items(2 * n, 2 * n + 1), "c" + n))) {
            assertThat(givenUp(list("template?operation=list&paging=all&maxItems=6", api)))
                    .hasMessageContaining("more than 6 items (option maxItems)")
                    .hasMessageContaining("paging=iterator");
        }
    }

    @Test
    void aListOfExactlyMaxItemsIsWhole() throws Exception {
        try (RawServer api = pages(n -> templates(items(2 * n, 2 * n + 1), n < 2 ? "c" + n : ""))) {
            assertThat(ids(send(list("template?operation=list&paging=all&maxItems=6", api), null)))
                    .hasSize(6);
        }
    }

    @Test
    void aGatewayThatIgnoresThePageIsNoticedAtOnce() throws Exception {
        try (RawServer api = pages(n -> journeys(0, 500, items(1, 2)))) {
            assertThat(givenUp(list("journey?operation=list&paging=all", api))).hasMessageContaining("page 0 again");
            assertThat(api.requests()).hasSize(2);
        }
    }

    @Test
    void newCursorsToTheSameItemsAreNoticed() throws Exception {
        try (RawServer api = pages(n -> templates(items(1, 2), "c" + n))) {
            assertThat(givenUp(list("template?operation=list&paging=all", api)))
                    .hasMessageContaining("with 2 items (20 more came twice)")
                    .hasMessageContaining("no new item");
        }
    }

    @Test
    void emptyPagesWithoutEndAreNoticed() throws Exception {
        try (RawServer api = pages(n -> templates("[]", "c" + n))) {
            assertThat(givenUp(list("template?operation=list&paging=all", api))).hasMessageContaining("no new item");
            assertThat(api.requests()).hasSize(10);
        }
    }

    @Test
    void moreItemsThanAdobeCountsAreNoticed() throws Exception {
        try (RawServer api = pages(
                n -> "{\"tasks\":" + items(n) + ",\"nextCursor\":\"c" + n + "\",\"hasMore\":true,\"totalCount\":5}")) {
            assertThat(givenUp(list("loyalty-task?operation=list&paging=all", api)))
                    .hasMessageContaining("Adobe says that it has 5 items");
            assertThat(api.requests()).hasSize(7);
        }
    }

    @Test
    void aRepeatedCursorEndsWithAdvice() throws Exception {
        try (RawServer api = pages(n -> templates(items(n), "c" + n % 2))) {
            assertThat(givenUp(list("template?operation=list&paging=all", api)))
                    .hasMessageContaining("same next page twice")
                    .hasMessageContaining("pageSize")
                    .hasMessageContaining("orderBy");
        }
    }

    @Test
    void anItemThatTwoPagesHaveIsGivenOnce() throws Exception {
        try (RawServer api = pages(n -> journeys(n, 3, items(2 * n, 2 * n + 1, 2 * n + 2)))) {
            assertThat(ids(send(list("journey?operation=list&paging=all", api), null)))
                    .containsExactly("i-0", "i-1", "i-2", "i-3", "i-4", "i-5", "i-6");
        }
    }

    @Test
    void itemsThatLookTheSameForWantOfFieldsAreAllGiven() throws Exception {
        String live = "[{\"status\":\"live\"},{\"status\":\"live\"}]";
        try (RawServer api = pages(n -> journeys(n, 3, live))) {
            Exchange exchange = send(list("journey?operation=list&paging=all&fields=status", api), null);
            assertThat(exchange.getMessage().getBody(List.class)).hasSize(6);
        }
    }
}

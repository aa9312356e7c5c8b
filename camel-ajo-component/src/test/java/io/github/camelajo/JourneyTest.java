package io.github.camelajo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelajo.exception.AjoNotFoundException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.model.Journey;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class JourneyTest extends AjoTestSupport {

    private static final String LIST = "ajo:journey?operation=list";

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:stream")
                        .to(LIST + "&paging=iterator&pageSize=10")
                        .split(body())
                        .streaming()
                        .to("mock:journey");
                from("direct:keep").to(LIST + "&paging=iterator&pageSize=10");
                from("direct:walk")
                        .loopDoWhile(simple("${exchangeProperty.first} == null || ${header.CamelAjoNextPage} != null"))
                        .setProperty("first", constant(false))
                        .setHeader(AjoConstants.PAGE, header(AjoConstants.NEXT_PAGE))
                        .to(LIST + "&pageSize=50")
                        .to("mock:page");
            }
        };
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> all() {
        return template.requestBody(LIST + "&paging=all", null, List.class);
    }

    @Test
    void aListIsOnePageUnlessAskedOtherwiseAndSaysWhereTheNextOneStarts() {
        Exchange exchange = send(LIST + "&pageSize=20", null);
        assertThat(exchange.getMessage().getBody(List.class)).hasSize(20);
        assertThat(exchange.getMessage().getHeader(AjoConstants.NEXT_PAGE)).isEqualTo(1);
        assertThat(exchange.getMessage().getHeader(AjoConstants.TOTAL_PAGES, Integer.class))
                .isGreaterThan(1);
        assertThat(simulator().requests()).hasSize(1);
    }

    @Test
    void theSizeOfAPageIsAlwaysSent() {
        send(LIST, null);
        assertThat(simulator().requests().get(0).queryParameter("pageSize")).contains("100");
    }

    @Test
    void pagesCanBeWalkedByHandThroughHeaders() throws Exception {
        int total = all().size();
        MockEndpoint pages = getMockEndpoint("mock:page");
        pages.expectedMessageCount((total + 49) / 50);
        template.sendBody("direct:walk", null);
        pages.assertIsSatisfied();
        int walked = pages.getExchanges().stream()
                .mapToInt(page -> page.getMessage().getBody(List.class).size())
                .sum();
        assertThat(walked).isEqualTo(total);
    }

    @Test
    void allPagesCanComeInOneList() {
        List<Map<String, Object>> journeys = all();
        Set<Object> ids = new HashSet<>();
        journeys.forEach(journey -> ids.add(journey.get("id")));
        assertThat(journeys).hasSizeGreaterThan(100);
        assertThat(ids).hasSameSizeAs(journeys);
    }

    @Test
    void anIteratorIsSplitPageByPage() throws Exception {
        int total = all().size();
        MockEndpoint journeys = getMockEndpoint("mock:journey");
        journeys.expectedMessageCount(total);
        template.sendBody("direct:stream", null);
        journeys.assertIsSatisfied();
    }

    @Test
    void anIteratorIsNeverMoreThanOnePageAhead() {
        send(LIST + "&paging=iterator&pageSize=10&synchronous=true", null);
        await().during(Duration.ofMillis(200))
                .atMost(Duration.ofSeconds(5))
                .until(() -> simulator().requests().size() <= 2);
    }

    @Test
    void anIteratorThatOutlivesItsExchangeSaysSo() {
        Iterator<?> journeys = template.requestBody("direct:keep", null, Iterator.class);
        List<Object> read = new ArrayList<>();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> journeys.forEachRemaining(read::add)))
                .hasMessageContaining("exchange has ended");
    }

    @Test
    @SuppressWarnings("unchecked")
    void filterSortAndFieldsReachAdobeAsOneValueEach() {
        List<Map<String, Object>> live = template.requestBody(
                LIST
                        + "&paging=all&filter=RAW(status=live&metadata.lastModifiedAt>2020-01-01)&sort=name=asc&fields=id,name,status",
                null,
                List.class);
        assertThat(live).isNotEmpty().allSatisfy(journey -> assertThat(journey)
                .containsOnlyKeys("id", "name", "status"));
        assertThat(live).extracting(journey -> (String) journey.get("name")).isSorted();
        assertThat(simulator().requests().get(0).query())
                .contains("filter=status%3Dlive%26metadata.lastModifiedAt%3E2020-01-01");
    }

    @Test
    void aJourneyIsReadByItsIdWithWhatIsAskedFor() {
        String id = (String) all().get(0).get("id");
        Map<?, ?> journey =
                template.requestBody("ajo:journey?operation=get&include=campaigns,surfaces&id=" + id, null, Map.class);
        assertThat(journey.get("id")).isEqualTo(id);
        assertThat(simulator().requests()).last().satisfies(request -> assertThat(request.queryParameter("include"))
                .contains("campaigns,surfaces"));
    }

    @Test
    void aJourneyCanBeARecord() {
        String id = (String) all().get(0).get("id");
        Object journey = template.requestBody("ajo:journey?operation=get&outputType=pojo&id=" + id, (Object) null);
        assertThat(journey).isInstanceOf(Journey.class);
        Object journeys = template.requestBody(LIST + "&outputType=pojo", (Object) null);
        assertThat(journeys)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .first()
                .isInstanceOf(Journey.class);
    }

    @Test
    void anUnknownJourneyIsNotFound() {
        assertThat(failure(AjoNotFoundException.class, "ajo:journey?operation=get&id=none", null)
                        .getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void aBadFilterIsAValidationError() {
        assertThat(failure(AjoValidationException.class, LIST + "&filter=nonsense", null)
                        .getStatusCode())
                .isEqualTo(400);
    }
}

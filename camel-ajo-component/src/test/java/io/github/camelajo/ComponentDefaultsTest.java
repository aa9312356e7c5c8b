package io.github.camelajo;

import java.util.List;
import java.util.Map;

import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.result.PagingMode;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.testkit.AjoTestSupport;
import io.github.camelajo.testkit.EndpointFailures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the component says is meant for all endpoints, and holds for those it fits. */
class ComponentDefaultsTest extends AjoTestSupport {

    private AjoConfiguration defaults() {
        return context.getComponent("ajo", AjoComponent.class).getConfiguration();
    }

    private ReceivedRequest lastRequest() {
        List<ReceivedRequest> requests = simulator().requests();
        return requests.get(requests.size() - 1);
    }

    @Test
    void aParameterOfTheComponentGoesOnlyWhereAdobeKnowsIt() {
        defaults().setParameters(Map.of("actions", "false"));
        template.requestBody("ajo:campaign?operation=list", (Object) null);
        assertThat(lastRequest().query()).contains("actions=false");
        template.requestBody("ajo:journey?operation=list", (Object) null);
        assertThat(lastRequest().query()).doesNotContain("actions");
    }

    @Test
    void aParameterOfTheUriIsStillRefusedWhereTheComponentHasOthers() {
        defaults().setParameters(Map.of("actions", "false"));
        assertThat(EndpointFailures.of(context, "ajo:journey?operation=list&param.limit=3"))
                .hasStackTraceContaining("journey.list has no parameter 'limit'");
        assertThat(EndpointFailures.of(context, "ajo:journey?operation=list&param.actions=true"))
                .hasStackTraceContaining("journey.list has no parameter 'actions'");
    }

    @Test
    void aPageSizeOfTheComponentIsLeftOutWhereAdobeDoesNotTakeIt() {
        defaults().setPageSize(500);
        template.requestBody("ajo:template?operation=list", (Object) null);
        assertThat(lastRequest().query()).contains("limit=500");
        template.requestBody("ajo:journey?operation=list", (Object) null);
        assertThat(lastRequest().query()).contains("pageSize=100");
        assertThat(EndpointFailures.of(context, "ajo:journey?operation=list&pageSize=500"))
                .hasStackTraceContaining("pageSize is 500, allowed: a whole number from 1 to 100");
    }

    @Test
    void theCheckOfTheConnectionIsAlwaysTheSameCall() {
        defaults().setPageSize(50);
        defaults().setFields("name");
        assertThat(template.requestBody("ajo:connection", null, Map.class)).containsEntry("ok", true);
        assertThat(simulator().requests().get(0).query()).contains("pageSize=1").contains("fields=id");
        assertThat(lastRequest().query()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALL", "ITERATOR"})
    void pagingOfTheComponentIsLeftOutWhereNothingLeadsToTheNextPage(String paging) {
        defaults().setPaging(PagingMode.valueOf(paging));
        assertThat(template.requestBody("ajo:loyalty-challenge?operation=list", null, Object.class))
                .isInstanceOf(List.class);
    }

    @Test
    void pagingAndWaitingOfTheComponentAreLeftOutWhereAStreamIsWanted() {
        defaults().setPaging(PagingMode.ALL);
        defaults().setAwaitCompletion(true);
        assertThat(template.requestBody("ajo:journey?operation=list&outputType=stream", null, String.class))
                .contains("results");
        assertThat(template.requestBody("ajo:suppression-upload?operation=list&outputType=stream", null, String.class))
                .contains("items");
        assertThat(EndpointFailures.of(context, "ajo:dataset?operation=getJob&id=1&outputType=stream"))
                .isNull();
    }

    @Test
    void ifMatchAutoOfTheComponentIsNotSentWithARawCall() {
        defaults().setIfMatch("auto");
        template.requestBody("ajo:raw?path=/imp/", (Object) null);
        assertThat(lastRequest().header("If-Match")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void ifMatchAutoOfAMessageIsRefusedForARawCall(boolean synchronous) {
        String uri = "ajo:raw?path=/imp/&synchronous=" + synchronous;
        assertThat(template.request(uri, e -> e.getMessage().setHeader(AjoConstants.IF_MATCH, "auto"))
                        .getException())
                .isInstanceOf(AjoValidationException.class)
                .hasMessageContaining("ifMatch=auto is not possible for raw.request");
        assertThat(simulator().requests()).isEmpty();
        template.requestBodyAndHeader(uri, null, AjoConstants.IF_MATCH, "\"1\"");
        assertThat(lastRequest().header("If-Match")).isEqualTo("\"1\"");
    }
}

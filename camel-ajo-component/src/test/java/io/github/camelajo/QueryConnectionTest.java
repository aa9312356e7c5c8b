package io.github.camelajo;

import java.util.List;
import java.util.Map;

import io.github.camelajo.model.QueryConnection;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The answer holds the access token: whoever asks for it gets it, and nobody else sees it. */
class QueryConnectionTest extends AjoTestSupport {

    private static final String GET = "ajo:query-connection?operation=get";

    @Test
    void theTokenIsThereForThoseWhoAskForIt() {
        Map<?, ?> answer = template.requestBody(GET, null, Map.class);
        assertThat(simulator().issuedTokens()).contains((String) answer.get("token"));
        assertThat(answer.get("dbName")).isEqualTo("dev:all");
        QueryConnection typed = template.requestBody(GET + "&outputType=pojo", null, QueryConnection.class);
        assertThat(simulator().issuedTokens()).contains(typed.token());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&outputType=pojo"})
    void noTextOfTheAnswerHasIt(String output) {
        Exchange exchange = send(GET + output, null);
        Object body = exchange.getMessage().getBody();
        List<String> texts = List.of(
                body.toString(),
                exchange.getMessage().toString(),
                exchange.toString(),
                String.valueOf(context.getTypeConverter().convertTo(String.class, List.of(body))),
                body instanceof Map<?, ?> map ? map.toString() : "");
        assertThat(simulator().issuedTokens()).isNotEmpty().allSatisfy(token -> assertThat(texts)
                .noneMatch(text -> text.contains(token)));
        assertThat(body.toString()).contains("xxxxxx").contains("dev:all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "stream"})
    void theAnswerIsNotGivenAsText(String output) {
        assertThatThrownBy(() -> send(GET + "&outputType=" + output, null))
                .hasStackTraceContaining("contains a secret");
    }
}

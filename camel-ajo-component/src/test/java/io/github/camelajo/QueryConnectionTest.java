package io.github.camelajo;

import java.util.List;
import java.util.Map;

import io.github.camelajo.model.QueryConnection;
import org.apache.camel.Exchange;
import org.apache.camel.ResolveEndpointFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The answer holds the access token: whoever asks for it gets it, and nobody else sees it. */
class QueryConnectionTest extends AjoTestSupport {

    private static final String GET = "ajo:query-connection?operation=get";

    private static String token() {
        return simulator().issuedTokens().iterator().next();
    }

    @Test
    void theTokenIsThereForThoseWhoAskForIt() {
        Map<?, ?> answer = template.requestBody(GET, null, Map.class);
        assertThat(answer.get("token")).isEqualTo(token());
        assertThat(answer.get("dbName")).isEqualTo("dev:all");
        QueryConnection typed = template.requestBody(GET + "&outputType=pojo", null, QueryConnection.class);
        assertThat(typed.token()).isEqualTo(token());
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
        assertThat(texts).noneMatch(text -> text.contains(token()));
        assertThat(body.toString()).contains("xxxxxx").contains("dev:all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "stream"})
    void theAnswerIsNotGivenAsText(String output) {
        assertThatThrownBy(() -> send(GET + "&outputType=" + output, null))
                .isInstanceOf(ResolveEndpointFailedException.class)
                .hasStackTraceContaining("holds a secret");
    }
}

package io.github.camelajo.simulator.internal.server;

import java.util.List;
import java.util.Map;

import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.MalformedUriException;
import io.github.camelajo.simulator.internal.core.QueryString;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Route;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RouterTest {

    private final Router router = new Router(List.of(
            service("catalog", "/catalog/{id}", "/catalog/labels", "/catalog/{id}/items/{item}", "/raw/{rest*}")));

    @Test
    void decodesPathValuesAndKeepsAnEncodedSlashInItsSegment() {
        assertThat(match("/catalog/a%2Fb/items/c+d%20e")).isEqualTo(Map.of("id", "a/b", "item", "c+d e"));
    }

    @Test
    void prefersAFixedWordOverAVariable() {
        assertThat(match("/catalog/labels")).isEmpty();
        assertThat(match("/catalog/other")).containsEntry("id", "other");
    }

    @Test
    void matchesTheRestOfAPathWithAStar() {
        assertThat(match("/raw/a/b")).containsEntry("rest", "a/b");
        assertThat(match("/raw/")).containsEntry("rest", "");
    }

    @Test
    void knowsTheMethodsOfAPath() {
        assertThat(router.methods("/catalog/1")).containsExactly("GET");
        assertThat(router.methods("/catalog")).isEmpty();
        assertThat(router.methods("/catalog/")).isEmpty();
        assertThat(router.methods("catalog/1")).isEmpty();
        assertThat(router.find("POST", "/catalog/1")).isEmpty();
    }

    @Test
    void refusesBrokenPercentSequences() {
        assertThatThrownBy(() -> match("/catalog/%zz")).isInstanceOf(MalformedUriException.class);
        assertThatThrownBy(() -> QueryString.parse("a=%z")).isInstanceOf(MalformedUriException.class);
    }

    @Test
    void readsAQueryInOrderWithRepeatedNames() {
        QueryString query = QueryString.parse("b=1&a=x%26y&b=2&&c");

        assertThat(query.names()).containsExactly("b", "a", "c");
        assertThat(query.values().get("b")).containsExactly("1", "2");
        assertThat(query.first("a")).contains("x&y");
        assertThat(query.first("c")).contains("");
        assertThat(query.first("d")).isEmpty();
    }

    private Map<String, String> match(String path) {
        return router.find("GET", path).orElseThrow().values();
    }

    private static ApiService service(String name, String... templates) {
        return new ApiService() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<Route> routes() {
                return List.of(templates).stream()
                        .map(template -> Route.get(template, call -> Reply.empty(200)))
                        .toList();
            }
        };
    }
}

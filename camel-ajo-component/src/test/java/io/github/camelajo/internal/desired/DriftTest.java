package io.github.camelajo.internal.desired;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelajo.model.StateChange;
import io.github.camelajo.model.StateChange.Action;
import io.github.camelajo.model.StateDifference;
import io.github.camelajo.model.StateReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Somebody changes each field of each kind by hand: the plan names that field, and applying it brings it back. */
class DriftTest extends EngineTestSupport {

    private static final StateOptions PLAN =
            new StateOptions(true, true, true, false, false, false, null, false, 10, false, java.time.Duration.ZERO);

    static Stream<Arguments> byHand() {
        return Stream.of(
                arguments("capping", "methods", List.of("POST"), null),
                arguments("capping", "services.action.maxHttpConnections", 7, "services.action.maxHttpConnections"),
                arguments("capping", "services.action.rating.maxCallsCount", 7, "services.action.rating.maxCallsCount"),
                arguments("capping", "services.action.rating.periodInMs", 7, "services.action.rating.periodInMs"),
                arguments("throttling", "name", "By hand", "name"),
                arguments("throttling", "description", "By hand", "description"),
                arguments("throttling", "urlPattern", "https://other.example.com/*", "urlPattern"),
                arguments("throttling", "methods", List.of("GET"), "methods"),
                arguments("throttling", "maxThroughput", 777, "maxThroughput"),
                arguments("fragment", "description", "By hand", "description"),
                arguments("fragment", "fragment.content", "<p>by hand</p>", "fragment.content"),
                arguments("template", "description", "By hand", "description"),
                arguments("template", "template.html", "<p>by hand</p>", "template.html"),
                arguments("template", "name", "By hand", null),
                arguments("fragment", "name", "By hand", null));
    }

    private static Map<String, Object> wanted(String kind) {
        return switch (kind) {
            case "capping" -> {
                Map<String, Object> limit = capping("https://api.example.com/drift", 10);
                limit.put(
                        "services",
                        Map.of(
                                "action",
                                Map.of(
                                        "maxHttpConnections",
                                        50,
                                        "rating",
                                        Map.of("maxCallsCount", 10, "periodInMs", 1000))));
                yield limit;
            }
            case "throttling" -> described(throttling(300));
            case "fragment" -> described(fragment("drift", "<p>1</p>"));
            default -> described(template("drift", "<p>1</p>"));
        };
    }

    private static Map<String, Object> described(Map<String, Object> object) {
        object.put("description", "As wanted");
        return object;
    }

    @ParameterizedTest
    @MethodSource("byHand")
    void whatIsChangedByHandIsNamedAndBroughtBack(String kind, String field, Object value, String path) {
        Map<String, Object> document = document(kind, List.of(wanted(kind)));
        apply(document);
        change(kind, field, value);
        StateReport plan = run(calls(), document, PLAN);
        StateChange change = plan.changes().get(0);
        if (path == null) {
            // The key itself: the object is another one now.
            assertThat(change.action()).isEqualTo(Action.CREATE);
        } else {
            assertThat(change.action()).isEqualTo(Action.UPDATE);
            assertThat(change.differences()).extracting(StateDifference::path).contains(path);
            assertThat(change.differences())
                    .allSatisfy(difference -> assertThat(difference.path()).endsWith(path));
        }
        run(calls(), document, APPLY);
        settled(document, APPLY);
    }

    @SuppressWarnings("unchecked")
    private void change(String kind, String field, Object value) {
        Map<String, Object> found = list(kind).stream()
                .filter(item -> kind.equals("capping") || kind.equals("throttling") || "drift".equals(item.get("name")))
                .findFirst()
                .orElseThrow();
        String id = (String) found.get(kind.equals("capping") || kind.equals("throttling") ? "uid" : "id");
        Map<String, Object> body = new LinkedHashMap<>(
                template.requestBody("ajo:" + kind + "?operation=get&sandbox=prod&id=" + id, null, Map.class));
        Map<String, Object> holder = body;
        String[] names = field.split("\\.");
        for (int i = 0; i < names.length - 1; i++) {
            holder = (Map<String, Object>) holder.get(names[i]);
        }
        holder.put(names[names.length - 1], value);
        body.keySet().removeAll(StateKinds.ofApi(kind).server());
        String ifMatch = kind.equals("template") || kind.equals("fragment") ? "&ifMatch=auto" : "";
        template.requestBody("ajo:" + kind + "?operation=update&sandbox=prod&id=" + id + ifMatch, body);
    }
}

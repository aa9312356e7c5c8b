package io.github.camelajo.desired;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelajo.model.StateReport;
import io.github.camelajo.testkit.StateTestSupport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** 500 templates and 200 limits, of which three differ: the calls, and how they run beside each other. */
class LargeStateTest extends StateTestSupport {

    private static final int TEMPLATES = 500;
    private static final int LIMITS = 200;

    private static Map<String, Object> document(String words, int calls) {
        List<Object> templates = new ArrayList<>();
        for (int i = 0; i < TEMPLATES; i++) {
            templates.add(StateOfContentTest.template("template " + i, "<p>" + (i < 2 ? words : "same") + "</p>"));
        }
        List<Object> limits = new ArrayList<>();
        for (int i = 0; i < LIMITS; i++) {
            limits.add(StateOfLimitsTest.limit("https://api.example.com/" + i, i == 0 ? calls : 10));
        }
        return new LinkedHashMap<>(Map.of("version", 1, "template", templates, "capping", limits));
    }

    @Test
    void threeDifferencesAmongSevenHundredObjectsTakeTheFewestCalls() {
        apply("state", document("old", 1));
        simulator().forgetRequests();
        long start = System.nanoTime();
        StateReport report = apply("state", document("new", 2));
        long millis = (System.nanoTime() - start) / 1_000_000;
        // A list of each kind and each template once; then a look before, the write, and a look after for each of the
        // three.
        int least = 2 + TEMPLATES + 3 * 3 + 1;
        int made = simulator().requests().size();
        System.getLogger(getClass().getName())
                .log(System.Logger.Level.INFO, "{0} calls in {1} ms, at least {2} are needed", made, millis, least);
        assertThat(made).isBetween(least, least + least / 10);
        assertThat(writes()).hasSize(4);
        assertThat(report.counts()).containsEntry("update", 3).containsEntry("unchanged", TEMPLATES + LIMITS - 3);
        settled("state", document("new", 2));
    }
}

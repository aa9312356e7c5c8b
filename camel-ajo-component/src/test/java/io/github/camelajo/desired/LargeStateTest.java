package io.github.camelajo.desired;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.github.camelajo.AjoComponent;
import io.github.camelajo.model.StateReport;
import io.github.camelajo.simulator.control.RequestListener;
import io.github.camelajo.testkit.StateTestSupport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** 500 templates and 200 limits, of which three differ: the calls, and how they run beside each other. */
class LargeStateTest extends StateTestSupport {

    /** As many objects are in memory at a time as there are calls. */
    private static final int CALLS_AT_A_TIME = 8;

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

    @Override
    protected AjoComponent component() {
        AjoComponent component = super.component();
        component.setMaxConcurrentRequests(CALLS_AT_A_TIME);
        return component;
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

    /** 200 templates of 200,000 characters are 40 MB. The document has their text once, so what the plan keeps is what it read. */
    @Test
    void aPlanHoldsTheContentOfAFewObjectsAtATimeAndNotOfAll() {
        String content = "<p>" + "x".repeat(200_000) + "</p>";
        List<Object> templates = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            templates.add(StateOfContentTest.template("large " + i, content));
        }
        apply("template", templates);
        simulator().forgetRequests();
        long before = usedAfterCollection();
        AtomicLong most = new AtomicLong();
        AtomicInteger reads = new AtomicInteger();
        RequestListener watch = (request, status) -> {
            if (request.path().contains("/templates/") && reads.incrementAndGet() % 25 == 0) {
                most.accumulateAndGet(usedAfterCollection(), Math::max);
            }
        };
        simulator().addListener(watch);
        try {
            StateReport report = plan("template", templates);
            assertThat(report.counts()).containsEntry("unchanged", 200);
        } finally {
            simulator().removeListener(watch);
        }
        long megabytes = (most.get() - before) / 1_000_000;
        System.getLogger(getClass().getName())
                .log(
                        System.Logger.Level.INFO,
                        "{0} MB more than before, while {1} contents were read",
                        megabytes,
                        reads);
        assertThat(reads.get()).isEqualTo(200);
        // Up to ten contents are under way at both ends of the connection.
        assertThat(megabytes).isLessThan(24);
    }

    /** What the collection itself has left, not what other threads have made since. */
    private static long usedAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }
}

package io.github.camelajo.testkit;

import java.util.List;
import java.util.Map;

/** Capping configurations as documents have them. */
public final class SampleLimits {

    private SampleLimits() {}

    /** One call a second from custom actions. */
    public static Map<String, Object> capping(String url) {
        Map<String, Object> rating = Map.of("maxCallsCount", 1, "periodInMs", 1000);
        return Map.of("url", url, "methods", List.of("POST"), "services", Map.of("action", Map.of("rating", rating)));
    }
}

package io.github.camelajo.simulator.internal.family.limits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The rules that a throttling definition must meet before it can be deployed. */
final class ThrottlingValidator {

    private static final int MIN_THROUGHPUT = 200;
    private static final int MAX_THROUGHPUT = 5_000;

    private ThrottlingValidator() {}

    static CanDeploy check(ObjectNode definition) {
        CanDeploy result = new CanDeploy();
        String url = definition.path("urlPattern").asText("");
        if (url.isBlank()) {
            result.error("ERR_THROTTLING_CONFIG_100", "throttling config: urlPattern is required");
        } else {
            checkUrl(url, result);
        }
        if (definition.path("methods").isEmpty()) {
            result.error("ERR_THROTTLING_CONFIG_100", "throttling config: methods is required");
        }
        JsonNode throughput = definition.path("maxThroughput");
        if (!throughput.isIntegralNumber()
                || throughput.asLong() < MIN_THROUGHPUT
                || throughput.asLong() > MAX_THROUGHPUT) {
            result.error(
                    "ERR_THROTTLING_CONFIG_101",
                    "throttling config: maxThroughput must be given and lie between " + MIN_THROUGHPUT + " and "
                            + MAX_THROUGHPUT);
        }
        return result;
    }

    private static void checkUrl(String url, CanDeploy result) {
        switch (EndpointUrl.judge(url)) {
            case MALFORMED -> result.error("ERR_THROTTLING_CONFIG_104", "throttling config: urlPattern is malformed");
            case WILDCARD_IN_AUTHORITY ->
                result.error(
                        "ERR_THROTTLING_CONFIG_105",
                        "throttling config: no wildcard is allowed in the host of urlPattern");
            default -> {}
        }
    }
}

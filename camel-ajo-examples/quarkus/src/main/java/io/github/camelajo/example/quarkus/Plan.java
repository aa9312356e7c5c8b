package io.github.camelajo.example.quarkus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelajo.example.quarkus.Change.Kind;
import io.github.camelajo.model.EndpointConfig;

/** Compares what the file wants with what Adobe has. */
final class Plan {

    private Plan() {}

    /**
     * The changes that lead from what Adobe has to what is wanted. None when it is that already.
     *
     * @param  removeUnlisted        whether what is not wanted is removed; otherwise it is left as it is
     * @throws IllegalStateException when Adobe has an endpoint twice, so that nobody can tell which one is meant, or when
     *                               everything would be removed
     */
    static List<Change> changes(List<EndpointLimit> wanted, List<EndpointConfig> present, boolean removeUnlisted) {
        Map<EndpointLimit.Key, EndpointConfig> unlisted = byKey(present);
        List<Change> changes = new ArrayList<>();
        for (EndpointLimit limit : wanted) {
            EndpointConfig config = unlisted.remove(limit.key());
            if (config == null) {
                changes.add(new Change(Kind.CREATE, limit.key(), limit, null));
            } else if (!limit.isStoredIn(config)) {
                changes.add(new Change(Kind.UPDATE, limit.key(), limit, config.uid()));
            } else if (!"deployed".equals(config.state())) {
                changes.add(new Change(Kind.DEPLOY, limit.key(), limit, config.uid()));
            }
        }
        if (removeUnlisted) {
            if (wanted.isEmpty() && !unlisted.isEmpty()) {
                throw new IllegalStateException(
                        "The file lists nothing, so that all " + unlisted.size() + " configurations would be removed");
            }
            unlisted.forEach((key, config) -> changes.add(new Change(Kind.REMOVE, key, null, config.uid())));
        }
        return changes;
    }

    private static Map<EndpointLimit.Key, EndpointConfig> byKey(List<EndpointConfig> present) {
        Map<EndpointLimit.Key, EndpointConfig> byKey = new LinkedHashMap<>();
        for (EndpointConfig config : present) {
            EndpointLimit.Key key = EndpointLimit.Key.of(config);
            EndpointConfig other = byKey.put(key, config);
            if (other != null) {
                throw new IllegalStateException("Adobe has two configurations for " + key + ": " + other.uid() + " and "
                        + config.uid() + ". Remove one of them");
            }
        }
        return byKey;
    }
}

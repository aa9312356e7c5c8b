package io.github.camelajo.example.quarkus;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import io.github.camelajo.model.EndpointConfig;
import io.github.camelajo.model.Rating;
import io.github.camelajo.model.ServiceLimits;

/**
 * One line of the file.
 *
 * @param url            address of the endpoint; {@code *} is a wildcard, in the path only
 * @param methods        HTTP methods the limit counts
 * @param caller         who calls the endpoint: action or dataSource
 * @param maxCalls       calls in one period
 * @param period         length of the period
 * @param maxConnections connections at the same time; {@code null} for any number
 */
record EndpointLimit(
        String url, Set<String> methods, String caller, int maxCalls, Duration period, Integer maxConnections) {

    /** What a configuration is found by: Adobe gives each an id of its own, which the file does not know. */
    record Key(String url, String caller) {

        static Key of(EndpointConfig config) {
            String caller = config.services() == null
                    ? ""
                    : String.join("+", new TreeSet<>(config.services().keySet()));
            return new Key(config.url(), caller);
        }

        @Override
        public String toString() {
            return url + " (" + caller + ")";
        }
    }

    Key key() {
        return new Key(url, caller);
    }

    /** The body of create and update. */
    EndpointConfig toConfig() {
        List<String> ordered = List.copyOf(new TreeSet<>(methods));
        EndpointConfig config = EndpointConfig.ACTION.equals(caller)
                ? EndpointConfig.action(url, ordered, maxCalls, period)
                : EndpointConfig.dataSource(url, ordered, maxCalls, period);
        return maxConnections == null ? config : config.withMaxHttpConnections(maxConnections);
    }

    /** Whether Adobe has stored just this, deployed or not. */
    boolean isStoredIn(EndpointConfig config) {
        ServiceLimits limits = config.services().get(caller);
        return limits != null
                && limits.rating() != null
                && Set.copyOf(config.methods()).equals(methods)
                && isSame(limits.rating())
                && Objects.equals(connections(limits), maxConnections);
    }

    private boolean isSame(Rating rating) {
        return Objects.equals(rating.maxCallsCount(), maxCalls) && period.equals(rating.period());
    }

    private static Integer connections(ServiceLimits limits) {
        Integer connections = limits.maxHttpConnections();
        // Two ways to say "any number".
        return connections == null || connections == -1 ? null : connections;
    }
}

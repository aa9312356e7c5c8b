package io.github.camelajo;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.camelajo.internal.operation.Changes;
import io.github.camelajo.internal.operation.ListChanges;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.Parameter;
import io.github.camelajo.internal.source.ChangeKind;
import io.github.camelajo.internal.source.Fingerprint;
import io.github.camelajo.internal.source.SourceSettings;
import io.github.camelajo.internal.source.StartFrom;
import io.github.camelajo.internal.storage.SourceRequest;

/** Reads the options of an endpoint that starts a route. */
final class SourceOptions {

    private static final Duration COMMIT_EVERY = Duration.ofSeconds(1);

    /** Tells the few sources of one application apart, and operators can still read it. */
    private static final int SHORT_HASH = 8;

    private SourceOptions() {}

    /**
     * @param  routeId                  names the source where the URI does not; {@code null} when there is none
     * @param  onDemand                 whether changes are taken one at a time, and the next may be waited for without end
     * @throws IllegalArgumentException when an option is wrong, or the list cannot be followed as wanted
     */
    static SourceSettings of(
            AjoEndpoint endpoint,
            Map<String, Object> parameters,
            String routeId,
            int maxMessagesPerPoll,
            boolean onDemand) {
        SourceConfiguration options = endpoint.getSource();
        Operation operation = endpoint.operation();
        Changes changes = changes(operation);
        List<String> missing = Stream.concat(
                        operation.pathParameters().stream(),
                        operation.queryParameters().stream().filter(Parameter::required))
                .filter(parameter -> parameter.filling() == Parameter.Filling.NONE)
                .filter(parameter -> !parameters.containsKey(parameter.name()))
                .map(Parameter::name)
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    operation.id() + " needs " + String.join(", ", missing) + ": set it in the URI, as in id=...");
        }
        Set<ChangeKind> wanted = ChangeKind.parse(options.getChanges());
        if (options.isFetch() && changes.getById() == null) {
            throw new IllegalArgumentException(
                    "fetch is not possible for " + operation.id() + ": Adobe has no way to read one of its items");
        }
        if (options.getRemovedLimit() < 0 || options.getRemovedLimit() > 100) {
            throw new IllegalArgumentException("removedLimit is " + options.getRemovedLimit()
                    + ", allowed: 0 to 100, in percent of the known items");
        }
        String onFailure = options.getOnFailure();
        if (!onFailure.equals("stop") && !onFailure.equals("continue")) {
            throw new IllegalArgumentException("onFailure is '" + onFailure + "', allowed: stop, continue");
        }
        StartFrom startFrom = StartFrom.parse(options.getStartFrom());
        if (startFrom.isDate() && changes.changedAt() == null) {
            throw new IllegalArgumentException("startFrom is '" + options.getStartFrom()
                    + "', but Adobe gives no dates in " + operation.id() + ". Allowed: all, latest");
        }
        String scope = scope(endpoint, operation, wanted, parameters);
        SourceRequest request = new SourceRequest(
                sourceId(options.getSourceId(), routeId, operation, scope),
                scope,
                owner(),
                Duration.ofMillis(options.getLeaseTime()),
                wanted.contains(ChangeKind.REMOVED));
        return new SourceSettings(
                request,
                changes,
                wanted,
                startFrom,
                options.isFullRead() || takes(parameters, changes.incremental()),
                options.getRemovedLimit() / 100.0,
                onFailure.equals("stop"),
                onDemand ? Duration.ZERO : COMMIT_EVERY,
                maxMessagesPerPoll);
    }

    /** Neither a list that is polled within a route nor one behind {@code master:} has the id of a route. */
    private static String sourceId(String given, String routeId, Operation operation, String scope) {
        if (given != null) {
            return given;
        }
        return routeId == null ? operation.id() + "-" + Fingerprint.of(scope).substring(0, SHORT_HASH) : routeId;
    }

    /**
     * @throws IllegalArgumentException when no route can begin with the operation
     */
    static Changes changes(Operation operation) {
        Changes changes = ListChanges.of(operation);
        if (changes == null) {
            throw new IllegalArgumentException("A route cannot begin with " + operation.id()
                    + ": only lists whose items have an identifier can be followed. Possible: "
                    + String.join(", ", ListChanges.operations()));
        }
        return changes;
    }

    /** Whether the URI already sets what reading changes needs. Its own condition or order must not be lost. */
    private static boolean takes(Map<String, Object> parameters, Changes.Incremental incremental) {
        return incremental != null
                && (parameters.containsKey(incremental.orderParameter())
                        || incremental.conditionParameter() != null
                                && parameters.containsKey(incremental.conditionParameter()));
    }

    /**
     * Identifies the source that a position belongs to: another list, filter or kind of change is another source.
     * Filters can contain addresses of people, so only their hash is used.
     */
    private static String scope(
            AjoEndpoint endpoint, Operation operation, Set<ChangeKind> wanted, Map<String, Object> parameters) {
        Map<String, Object> filters = new HashMap<>(parameters);
        // The page size does not make it another list.
        filters.remove(operation.paging().sizeParam());
        return operation.id() + ", sandbox " + endpoint.getConfiguration().getSandbox() + ", organization "
                + endpoint.getConfiguration().getOrganizationId() + ", changes " + wanted
                + ", parameters " + filters.keySet().stream().sorted().toList() + " "
                + Fingerprint.of(filters);
    }

    private static String owner() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown host";
        }
    }
}

package io.github.camelajo;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.outbox.CallSettings;
import io.github.camelajo.internal.outbox.DeliveryKind;
import io.github.camelajo.internal.outbox.DeliverySettings;
import io.github.camelajo.internal.storage.ClaimRequest;
import io.github.camelajo.internal.storage.CleanRule;
import io.github.camelajo.internal.storage.OutboxStorage;
import io.github.camelajo.spi.UnknownRule;

/** Reads the options of {@code ajo:outbox}, and refuses those that do not belong there. */
final class OutboxOptions {

    private static final Set<String> BOTH = Set.of("deliver", "lane", "outboxStore");

    private static final Set<String> ADDING = Set.of("key", "orderKey", "transaction", "onDifferent", "campaignId");

    /** What the URI of an add says about the later call, by kind. */
    private static final Map<DeliveryKind, Set<String>> OF_THE_CALL = Map.of(
            DeliveryKind.MESSAGE, Set.of("campaignId"),
            DeliveryKind.EVENT,
                    Set.of("connectionId", "schemaId", "schemaVersion", "datasetId", "dataflowId", "eventId"),
            DeliveryKind.SUPPRESSION_ADDRESS, Set.of("type"));

    private static final Set<String> DELIVERING = Set.of(
            "onUnknown",
            "emit",
            "batchSize",
            "maxAttempts",
            "retryDelay",
            "maxRetryDelay",
            "parallelCalls",
            "ordered",
            "unknownBlocks",
            "idleDelay",
            "keepPayload",
            "keepKeys");

    /** Options of all endpoints that mean something for deliveries: they make the calls. */
    private static final Set<String> CALLING = Set.of(
            "eventUrl",
            "eventToken",
            "dataflowId",
            "connectionId",
            "maxBatchBytes",
            "responseTimeout",
            "requestTimeout",
            "maxResponseSize",
            "bridgeErrorHandler",
            "exceptionHandler",
            "exchangePattern");

    private static final Set<String> ANYWHERE = Set.of(
            "operation",
            "sandbox",
            "clientId",
            "clientSecret",
            "clientSecretSupplier",
            "secondaryClientSecret",
            "organizationId",
            "scopes",
            "tokenEndpoint",
            "baseUrl",
            "strictHeaders",
            "allowHeaderOverride",
            "lazyStartProducer");

    private OutboxOptions() {}

    /**
     * Checks the options of the URI of an outbox.
     *
     * @throws IllegalArgumentException naming what does not fit and what would
     */
    static void check(Set<String> written, OutboxConfiguration outbox) {
        DeliveryKind.of(outbox.getDeliver());
        Set<String> allowed = new TreeSet<>(BOTH);
        allowed.addAll(ADDING);
        OF_THE_CALL.values().forEach(allowed::addAll);
        allowed.addAll(DELIVERING);
        allowed.addAll(CALLING);
        allowed.addAll(ANYWHERE);
        for (String option : written) {
            if (!allowed.contains(option)) {
                throw new IllegalArgumentException("The option " + option
                        + " does not apply to ajo:outbox, which takes: " + String.join(", ", allowed));
            }
        }
    }

    /**
     * @throws IllegalArgumentException for an option of the outbox at another endpoint
     */
    static void refuseElsewhere(Operation operation, String option) {
        if (BOTH.contains(option) || ADDING.contains(option) || DELIVERING.contains(option)) {
            throw new IllegalArgumentException(
                    "The option " + option + " does not apply to " + operation.id() + ": it is for ajo:outbox");
        }
    }

    /**
     * Checks the options of an endpoint that adds.
     *
     * @throws IllegalArgumentException naming the option and what is allowed
     */
    static void checkAdding(AjoEndpoint endpoint) {
        OutboxConfiguration outbox = endpoint.getOutbox();
        DeliveryKind kind = DeliveryKind.of(outbox.getDeliver());
        for (String option : endpoint.options().written()) {
            boolean ofTheCall = OF_THE_CALL.values().stream().anyMatch(options -> options.contains(option));
            if (ofTheCall && !OF_THE_CALL.get(kind).contains(option)) {
                throw new IllegalArgumentException(
                        "The option " + option + " does not apply to deliver=" + kind.label());
            }
            if (DELIVERING.contains(option) || CALLING.contains(option) && !ofTheCall) {
                throw new IllegalArgumentException("The option " + option
                        + " is for a route that begins with ajo:outbox, not for one that adds to it");
            }
        }
        choice("onDifferent", outbox.getOnDifferent(), "fail", "ignore");
        expression("key", outbox.getKey());
        expression("orderKey", outbox.getOrderKey());
        ClaimRequest.of(kind.lane(outbox.getLane()), 1);
    }

    private static void expression(String option, String text) {
        if (text != null && !text.contains("${") && !text.contains("$simple{")) {
            throw new IllegalArgumentException(
                    option + " is '" + text
                            + "', allowed: a Simple expression such as ${header.orderId}. The same key for all items would add one only");
        }
    }

    private static void choice(String option, String value, String... allowed) {
        if (!Set.of(allowed).contains(value)) {
            throw new IllegalArgumentException(option + " is '" + value + "', allowed: " + String.join(", ", allowed));
        }
    }

    /** What the URI of an add says about the later call. */
    static CallSettings callSettings(AjoEndpoint endpoint, DeliveryKind kind, String sandbox) {
        AjoConfiguration configuration = endpoint.getConfiguration();
        Map<String, String> parameters = new TreeMap<>();
        if (kind == DeliveryKind.EVENT && configuration.getConnectionId() != null) {
            parameters.put("connectionId", configuration.getConnectionId());
        }
        if (kind == DeliveryKind.SUPPRESSION_ADDRESS && configuration.getType() != null) {
            parameters.put("type", configuration.getType());
        }
        return new CallSettings(sandbox, endpoint.getOutbox().getCampaignId(), parameters);
    }

    /**
     * Reads the options of an endpoint that delivers.
     *
     * @throws IllegalArgumentException naming the option and what is allowed
     */
    static DeliverySettings delivery(AjoEndpoint endpoint) {
        OutboxConfiguration outbox = endpoint.getOutbox();
        DeliveryKind kind = DeliveryKind.of(outbox.getDeliver());
        Set<String> adding = new HashSet<>(ADDING);
        OF_THE_CALL.values().forEach(adding::addAll);
        adding.removeAll(CALLING);
        for (String option : endpoint.options().written()) {
            if (adding.contains(option)) {
                throw new IllegalArgumentException("The option " + option
                        + " is for a route that adds to the outbox, not for one that begins with it");
            }
        }
        checkNumbers(outbox, kind);
        choice("emit", outbox.getEmit(), "item", "batch");
        if (!outbox.isOrdered() && endpoint.options().written().contains("unknownBlocks")) {
            throw new IllegalArgumentException("The option unknownBlocks has an effect with ordered=true only");
        }
        UnknownRule onUnknown = outbox.getOnUnknown() == null ? kind.onUnknown() : outbox.getOnUnknown();
        int size = outbox.getBatchSize() == 0 ? kind.batchSize() : outbox.getBatchSize();
        return new DeliverySettings(
                kind,
                new ClaimRequest(
                        kind.lane(outbox.getLane()),
                        size,
                        kind.isOncePerCall(),
                        outbox.isOrdered(),
                        outbox.isUnknownBlocks()),
                onUnknown,
                outbox.getEmit().equals("batch"),
                outbox.getMaxAttempts(),
                Duration.ofMillis(outbox.getRetryDelay()),
                Duration.ofMillis(outbox.getMaxRetryDelay()),
                outbox.getParallelCalls(),
                Duration.ofMillis(outbox.getIdleDelay()),
                callTime(endpoint),
                new CleanRule(Duration.ofMillis(outbox.getKeepPayload()), Duration.ofMillis(outbox.getKeepKeys())));
    }

    private static void checkNumbers(OutboxConfiguration outbox, DeliveryKind kind) {
        OptionLimits.checkNumber("batchSize", outbox.getBatchSize(), 0);
        int most = kind == DeliveryKind.MESSAGE ? kind.batchSize() : ClaimRequest.MAX_SIZE;
        if (outbox.getBatchSize() > most) {
            throw new IllegalArgumentException(
                    "batchSize is " + outbox.getBatchSize() + ", allowed for " + kind.label() + ": at most " + most);
        }
        OptionLimits.checkNumber("maxAttempts", outbox.getMaxAttempts(), 1);
        OptionLimits.checkNumber("parallelCalls", outbox.getParallelCalls(), 1);
        OptionLimits.checkTime("retryDelay", outbox.getRetryDelay(), 1);
        OptionLimits.checkTime("maxRetryDelay", outbox.getMaxRetryDelay(), outbox.getRetryDelay());
        OptionLimits.checkTime("idleDelay", outbox.getIdleDelay(), 1);
        OptionLimits.checkTime("keepPayload", outbox.getKeepPayload(), 0);
        OptionLimits.checkTime("keepKeys", outbox.getKeepKeys(), outbox.getKeepPayload());
    }

    /** A call has to end while the process surely counts as alive: a beat keeps it so for half the lifetime at least. */
    private static Duration callTime(AjoEndpoint endpoint) {
        OutboxStorage store = endpoint.outboxStore();
        long most = Math.max(1, store.lifetime().toMillis() / 2);
        long wanted = endpoint.getConfiguration().getRequestTimeout();
        return Duration.ofMillis(wanted == 0 ? most : Math.min(wanted, most));
    }
}

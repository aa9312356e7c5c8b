package io.github.camelajo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

import io.github.camelajo.internal.event.EventSettings;

/**
 * The allowed ranges of numeric and time options. A value out of range stops the start; the error names the option and
 * what is allowed.
 */
final class OptionLimits {

    private static final String MILLISECONDS = " milliseconds";

    private static final List<Limit> LIMITS = List.of(
            new Limit("maxResponseSize", AjoConfiguration::getMaxResponseSize, 1, " bytes"),
            new Limit("maxItems", AjoConfiguration::getMaxItems, 1, ""),
            new Limit("maxPages", AjoConfiguration::getMaxPages, 1, ""),
            new Limit("maxRetries", AjoConfiguration::getMaxRetries, 0, ""),
            new Limit("maxRemovals", AjoConfiguration::getMaxRemovals, 0, ""),
            new Limit("maxRetryAfter", AjoConfiguration::getMaxRetryAfter, 0, MILLISECONDS),
            new Limit("maxBatchMessages", AjoConfiguration::getMaxBatchMessages, 1, ""),
            new Limit("maxBatchBytes", AjoConfiguration::getMaxBatchBytes, 1, " bytes"),
            // 0 means no limit.
            new Limit("requestTimeout", AjoConfiguration::getRequestTimeout, 0, MILLISECONDS),
            new Limit("streamIdleTimeout", AjoConfiguration::getStreamIdleTimeout, 0, MILLISECONDS),
            new Limit("responseTimeout", AjoConfiguration::getResponseTimeout, 1, MILLISECONDS),
            new Limit("awaitDelay", AjoConfiguration::getAwaitDelay, 1, MILLISECONDS),
            new Limit("awaitMaxDelay", AjoConfiguration::getAwaitMaxDelay, 1, MILLISECONDS),
            // 0 asks for a job once.
            new Limit("awaitTimeout", AjoConfiguration::getAwaitTimeout, 0, MILLISECONDS));

    private static final Set<String> WHOLE_NUMBERS = Set.of(
            "pageSize",
            "maxItems",
            "maxPages",
            "maxRetries",
            "maxRemovals",
            "maxResponseSize",
            "maxBatchMessages",
            "maxBatchBytes");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern ZERO = Pattern.compile("[+-]?0+\\D*");

    private OptionLimits() {}

    private record Limit(String option, ToLongFunction<AjoConfiguration> value, long least, String unit) {

        boolean isTime() {
            return unit.equals(MILLISECONDS);
        }
    }

    /**
     * Checks the final values of options, wherever they come from.
     *
     * @throws IllegalArgumentException naming the option and what is allowed
     */
    static void check(AjoConfiguration configuration) {
        for (Limit limit : LIMITS) {
            check(limit.option(), limit.value().applyAsLong(configuration), limit.least(), limit.unit());
        }
        if (configuration.getPageSize() != null) {
            check("pageSize", configuration.getPageSize(), 1, "");
        }
        if (configuration.getMaxBatchBytes() > EventSettings.MAX_BYTES) {
            throw new IllegalArgumentException("maxBatchBytes is " + configuration.getMaxBatchBytes()
                    + ", allowed: at most " + EventSettings.MAX_BYTES + " bytes, which is what Adobe takes");
        }
        double multiplier = configuration.getAwaitBackOffMultiplier();
        if (!(multiplier >= 1)) {
            throw new IllegalArgumentException(
                    "awaitBackOffMultiplier is " + multiplier + ", allowed: a number of at least 1");
        }
    }

    /**
     * Checks the options of a component.
     *
     * @throws IllegalArgumentException naming the option and what is allowed
     */
    static void check(ComponentOptions component) {
        checkNumber("maxConcurrentRequests", component.getMaxConcurrentRequests(), 1);
        checkNumber("maxConcurrentEventRequests", component.getMaxConcurrentEventRequests(), 1);
        checkNumber("maxQueuedRequests", component.getMaxQueuedRequests(), 0);
        checkTime("connectTimeout", component.getConnectTimeout(), 1);
        checkChoice("httpMeters", component.getHttpMeters(), List.of("none", "micrometer", "opentelemetry"));
    }

    /**
     * @throws IllegalArgumentException when a time is too short
     */
    static void checkTime(String option, long millis, long least) {
        check(option, millis, least, MILLISECONDS);
    }

    /**
     * @throws IllegalArgumentException when a number is too small
     */
    static void checkNumber(String option, long value, long least) {
        check(option, value, least, "");
    }

    /**
     * @throws IllegalArgumentException when a value is none of those that are allowed
     */
    static void checkChoice(String option, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            throw new IllegalArgumentException(option + " is " + value + ", allowed: " + String.join(", ", allowed));
        }
    }

    private static void check(String option, long value, long least, String unit) {
        if (value < least) {
            String hint = value == 0 ? ". Camel takes a text that it does not understand for 0" : "";
            throw new IllegalArgumentException(
                    option + " is " + value + ", allowed: a whole number of at least " + least + unit + hint);
        }
    }

    /**
     * Checks the numbers of a URI as written, before Camel turns a text that is no number into 0.
     *
     * @throws IllegalArgumentException naming the option and what is allowed
     */
    static void checkWrittenNumbers(Map<String, Object> given) {
        for (String option : WHOLE_NUMBERS) {
            String text = text(given, option);
            if (text != null && !isWholeNumber(option, text)) {
                throw new IllegalArgumentException(
                        option + " is '" + text + "', allowed: a whole number, without a unit");
            }
        }
    }

    /**
     * Checks times of a URI that became 0 but are not written as 0, because 0 can have a meaning of its own.
     *
     * @throws IllegalArgumentException naming the option and what is allowed
     */
    static void checkWrittenTimes(Map<String, Object> given, AjoConfiguration configuration) {
        for (Limit limit : LIMITS) {
            String text = limit.isTime() ? text(given, limit.option()) : null;
            if (text != null
                    && limit.value().applyAsLong(configuration) == 0
                    && !ZERO.matcher(text).matches()) {
                throw new IllegalArgumentException(limit.option() + " is '" + text
                        + "', allowed: milliseconds, or a whole number with a unit as in 5s or 2m");
            }
        }
    }

    private static boolean isWholeNumber(String option, String text) {
        // Camel cuts off what does not fit into an int.
        return WHOLE_NUMBER.matcher(text).matches()
                && (option.equals("maxResponseSize") || Math.abs(Long.parseLong(text)) <= Integer.MAX_VALUE);
    }

    /** The value of an option as written; {@code null} if it is missing or names a bean. */
    private static String text(Map<String, Object> given, String option) {
        return given.get(option) instanceof String text && !text.startsWith("#") ? text.trim() : null;
    }
}

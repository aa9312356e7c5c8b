package io.github.camelajo.simulator.internal.core;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A limit for the calls of custom actions to an endpoint.
 *
 * @param id      the id of the configuration
 * @param url     the address of the endpoint, in which an asterisk stands for any text
 * @param methods the methods that are limited
 * @param calls   the number of calls within the period
 * @param period  the length of the sliding window
 */
public record ActionLimit(String id, String url, Set<String> methods, long calls, Duration period) {

    private static final Pattern LITERAL = Pattern.compile("[^*]+");

    /**
     * Returns whether the limit applies to a call.
     *
     * @param called the address without query
     */
    public boolean covers(String method, String called) {
        String expression = LITERAL.matcher(url)
                .replaceAll(part -> Matcher.quoteReplacement(Pattern.quote(part.group())))
                .replace("*", ".*");
        return methods.contains(method) && called.matches(expression);
    }
}

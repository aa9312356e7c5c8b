package io.github.camelajo.simulator.internal.core;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A limit for calls of custom actions to an endpoint.
 *
 * @param id      of the configuration
 * @param url     of the endpoint, in which an asterisk stands for any text
 * @param methods the methods that are limited
 * @param calls   how many within the period
 * @param period  a window that slides
 */
public record ActionLimit(String id, String url, Set<String> methods, long calls, Duration period) {

    private static final Pattern LITERAL = Pattern.compile("[^*]+");

    /** @param called address without query */
    public boolean covers(String method, String called) {
        String expression = LITERAL.matcher(url)
                .replaceAll(part -> Matcher.quoteReplacement(Pattern.quote(part.group())))
                .replace("*", ".*");
        return methods.contains(method) && called.matches(expression);
    }
}

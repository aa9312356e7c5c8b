package io.github.camelajo.internal.login;

import java.math.BigDecimal;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Makes a lifetime of what the login says in {@code expires_in}. The unit is seconds, normally 86399 (Adobe Developer Console,
 * "OAuth Server-to-Server"); the retired JWT exchange answered milliseconds, and proxies and mocks still copy that.
 *
 * <ul>
 * <li>a number, also as text or with a fraction: seconds</li>
 * <li>more than 7 days: milliseconds, if that gives at most 7 days</li>
 * <li>missing, not a number, or absurd even as milliseconds: 5 minutes are assumed, short enough to do no harm</li>
 * <li>less than 1: refused, as the token is dead on arrival</li>
 * </ul>
 *
 * @param lifetime {@code null} when refused
 * @param doubt    what was odd about the value; {@code null} when nothing was
 */
record ExpiresIn(Duration lifetime, String doubt) {

    static final Duration ASSUMED = Duration.ofMinutes(5);

    private static final BigDecimal MAX_SECONDS =
            BigDecimal.valueOf(Duration.ofDays(7).toSeconds());
    private static final BigDecimal MAX_MILLIS =
            BigDecimal.valueOf(Duration.ofDays(7).toMillis());
    private static final int MAX_TEXT = 40;

    static ExpiresIn of(JsonNode node) {
        BigDecimal value = number(node);
        if (value == null) {
            return new ExpiresIn(
                    ASSUMED, "expires_in is missing or not a number, " + ASSUMED.toMinutes() + " minutes are assumed");
        }
        // Compared before any conversion: 1E+999999999 is a small BigDecimal but a huge BigInteger.
        if (value.compareTo(BigDecimal.ONE) < 0) {
            return new ExpiresIn(null, "expires_in is " + shown(value));
        }
        if (value.compareTo(MAX_SECONDS) <= 0) {
            return new ExpiresIn(Duration.ofSeconds(value.longValue()), null);
        }
        if (value.compareTo(MAX_MILLIS) <= 0) {
            return new ExpiresIn(
                    Duration.ofMillis(value.longValue()),
                    "expires_in is " + shown(value)
                            + ", which is more than 7 days in seconds and is taken for milliseconds");
        }
        return new ExpiresIn(
                ASSUMED, "expires_in is " + shown(value) + ", " + ASSUMED.toMinutes() + " minutes are assumed");
    }

    private static BigDecimal number(JsonNode node) {
        if (node == null || !(node.isNumber() || node.isTextual())) {
            return null;
        }
        String text = node.asText().strip();
        if (text.length() > MAX_TEXT) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static String shown(BigDecimal value) {
        // Not toPlainString, which would write out every zero.
        return value.toString();
    }
}

package io.github.camelajo.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoTransportException;
import org.apache.camel.Exchange;

/**
 * How a call ends, in words: {@code ok} or the name of the exception without {@code Ajo...Exception}; the HTTP status; for a
 * failure {@code retryable}, and {@code sent} or {@code unsent}; {@code code=} Adobe's code; {@code wait=} the seconds of
 * Retry-After; and {@code x2} for two requests that reached the server. A bar stands between what may happen as well.
 */
record Outcome(String words) {

    /** How an exchange did end. */
    static Outcome of(Exchange exchange, int requests) {
        Throwable failure = exchange.getException();
        if (failure == null) {
            return new Outcome("ok x" + requests);
        }
        if (!(failure instanceof AjoException e)) {
            return new Outcome(failure.getClass().getName() + " x" + requests);
        }
        String kind = e.getClass().getSimpleName().replaceAll("^Ajo|Exception$", "");
        StringBuilder words = new StringBuilder(kind.isEmpty() ? "Ajo" : kind);
        if (e.getStatusCode() != 0) {
            words.append(' ').append(e.getStatusCode());
        }
        if (e instanceof AjoTransportException transport && e.getStatusCode() == 0) {
            words.append(transport.isRequestSent() ? " sent" : " unsent");
        }
        if (e.isRetryable()) {
            words.append(" retryable");
        }
        if (e.getErrorCode() != null) {
            words.append(" code=").append(e.getErrorCode());
        }
        if (e.getRetryAfter() != null) {
            words.append(" wait=").append(e.getRetryAfter().toSeconds());
        }
        return new Outcome(words + " x" + requests);
    }

    private boolean matches(Outcome actual) {
        return Arrays.stream(words.split(" \\| ")).anyMatch(words -> matches(words, actual.words));
    }

    /** Compares word by word; a {@code ?} stands for any code or wait. */
    private static boolean matches(String wanted, String actual) {
        List<String> expected = Arrays.asList(wanted.split(" "));
        List<String> told = Arrays.asList(actual.split(" "));
        if (expected.size() != told.size()) {
            return false;
        }
        for (int i = 0; i < told.size(); i++) {
            String pattern = expected.get(i);
            boolean same = pattern.endsWith("=?")
                    ? told.get(i).startsWith(pattern.substring(0, pattern.length() - 1))
                    : pattern.equals(told.get(i));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    Optional<String> difference(Outcome actual) {
        return matches(actual)
                ? Optional.empty()
                : Optional.of("expected [" + words + "] but was [" + actual.words + "]");
    }
}

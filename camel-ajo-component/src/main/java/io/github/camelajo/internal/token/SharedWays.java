package io.github.camelajo.internal.token;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import io.github.camelajo.internal.login.TokenTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The transports of all users of a shared token. Components with the same credentials can have different proxies and
 * trust stores. If one cannot reach the login, the request goes out through the next. The one that worked is tried
 * first from then on.
 */
final class SharedWays implements TokenTransport {

    private static final Logger LOG = LoggerFactory.getLogger(SharedWays.class);

    private volatile List<TokenTransport> ways = List.of();
    private volatile TokenTransport lastGood;

    /** @param all in the order in which they are tried */
    void set(List<TokenTransport> all) {
        ways = all;
    }

    @Override
    public TokenTransport.Response send(URI tokenEndpoint, String form, Duration timeout) throws IOException {
        List<TokenTransport> known = ways;
        if (known.isEmpty()) {
            throw new IOException("no user of the token is left");
        }
        int first = Math.max(0, known.indexOf(lastGood));
        long end = System.nanoTime() + timeout.toNanos();
        Outcome outcome = null;
        for (int i = 0; i < known.size(); i++) {
            TokenTransport way = known.get((first + i) % known.size());
            Duration left = i == 0 ? timeout : Duration.ofNanos(end - System.nanoTime());
            if (left.toMillis() < 1) {
                // For the next attempt.
                lastGood = way;
                break;
            }
            Outcome tried = attempt(way, tokenEndpoint, form, left);
            if (tried.isOfLogin()) {
                lastGood = way;
                return tried.response();
            }
            LOG.debug("Transport {} of {} does not reach the login", i + 1, known.size());
            // The failure of the first transport is reported: it is the one that was expected to work.
            outcome = outcome == null ? tried : outcome;
        }
        return outcome.get();
    }

    private static Outcome attempt(TokenTransport way, URI tokenEndpoint, String form, Duration timeout)
            throws IOException {
        try {
            return new Outcome(way.send(tokenEndpoint, form, timeout), null);
        } catch (IOException | RuntimeException e) {
            if (isInterruption(e)) {
                throw e;
            }
            return new Outcome(null, e);
        }
    }

    /** The outcome of one transport: an answer or an exception. */
    private record Outcome(TokenTransport.Response response, Exception failure) {

        /** Excludes the page of a proxy or firewall. */
        boolean isOfLogin() {
            return response != null
                    && response.status() != 407
                    && (response.contentType() == null
                            || !response.contentType().toLowerCase(Locale.ROOT).startsWith("text/html"));
        }

        TokenTransport.Response get() throws IOException {
            if (failure instanceof RuntimeException unexpected) {
                throw unexpected;
            }
            if (failure instanceof IOException broken) {
                throw broken;
            }
            return response;
        }
    }

    private static boolean isInterruption(Exception e) {
        return e instanceof InterruptedIOException && !(e instanceof SocketTimeoutException);
    }
}

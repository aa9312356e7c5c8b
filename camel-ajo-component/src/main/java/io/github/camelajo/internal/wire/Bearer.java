package io.github.camelajo.internal.wire;

import java.util.concurrent.CompletableFuture;

import io.github.camelajo.internal.token.AccessToken;
import io.github.camelajo.internal.token.AccessTokenManager;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * The token of one request. It is checked again when the request leaves: waiting for a connection can take longer than
 * the rest of the token's life, and another call may have found it refused. Only one thread uses it at a time.
 */
public final class Bearer {

    private static final String ATTRIBUTE = "camel-ajo.bearer";

    private final AccessTokenManager tokens;
    private AccessToken token;
    private int refusalsBefore;

    public Bearer(AccessToken token, AccessTokenManager tokens) {
        this.token = token;
        this.tokens = tokens;
    }

    /** The token that was sent; before that, the one that will probably be sent. */
    public AccessToken token() {
        return token;
    }

    /** Records that Adobe accepted the token. */
    public void accepted() {
        tokens.accepted(token, refusalsBefore);
    }

    /**
     * Records that Adobe refused the token.
     *
     * @param  again whether it did so with another one for the same call before
     * @return       whether there is another one to try
     */
    public boolean refused(boolean again) {
        return tokens.invalidate(token, again);
    }

    void putOn(HttpRequest request, HttpContext context) {
        write(request);
        context.setAttribute(ATTRIBUTE, this);
    }

    /** Puts the current token on a request that is about to leave, if the request carries one. */
    static void renewOn(HttpRequest request, HttpContext context) {
        if (context.getAttribute(ATTRIBUTE) instanceof Bearer bearer) {
            bearer.renew(request);
        }
    }

    private void renew(HttpRequest request) {
        CompletableFuture<AccessToken> current = tokens.token();
        // Nobody waits here while holding a connection. The old token is sent, and Adobe tells if it has expired.
        refusalsBefore = tokens.refusals();
        if (current.isDone() && !current.isCompletedExceptionally()) {
            AccessToken newest = current.join();
            if (!newest.equals(token)) {
                token = newest;
                write(request);
            }
        }
    }

    private void write(HttpRequest request) {
        refusalsBefore = tokens.refusals();
        request.setHeader("Authorization", "Bearer " + token.value());
    }
}

package io.github.camelajo.internal.wire;

import java.util.concurrent.CompletableFuture;

import io.github.camelajo.internal.token.AccessToken;
import io.github.camelajo.internal.token.AccessTokenManager;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * The token of one request. It is looked at again when the request leaves: to get a connection can take longer than what was
 * left of its life, and another call can have found it refused meanwhile. Used by one thread at a time.
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

    /** The one that was sent; before that, the one that will probably be. */
    public AccessToken token() {
        return token;
    }

    /** Says that Adobe took the token. */
    public void accepted() {
        tokens.accepted(token, refusalsBefore);
    }

    /**
     * Says that Adobe refused the token.
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

    /** Puts the token of this moment on a request that is about to leave, if it is one that has a token. */
    static void renewOn(HttpRequest request, HttpContext context) {
        if (context.getAttribute(ATTRIBUTE) instanceof Bearer bearer) {
            bearer.renew(request);
        }
    }

    private void renew(HttpRequest request) {
        CompletableFuture<AccessToken> current = tokens.token();
        // Nobody waits here, with a connection in his hands: then the old one is sent, and Adobe says if it is over.
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

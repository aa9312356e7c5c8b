package io.github.camelajo.internal.token;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelajo.internal.login.TokenTransport;

/** A login that answers from a script; without one, each request gets a new token that lives 86399 seconds. */
final class FakeLogin implements TokenTransport {

    record Request(URI endpoint, String form, Duration timeout, Instant at) {}

    final List<Request> requests = new ArrayList<>();

    private final InstantSource clock;
    private final Deque<TokenTransport> script = new ArrayDeque<>();
    private final AtomicInteger tokens = new AtomicInteger();

    FakeLogin(InstantSource clock) {
        this.clock = clock;
    }

    FakeLogin then(TokenTransport step) {
        script.add(step);
        return this;
    }

    FakeLogin then(int status, String body) {
        return then(status, body, null);
    }

    FakeLogin then(int status, String body, String retryAfter) {
        return then((endpoint, form, timeout) ->
                new TokenTransport.Response(status, "application/json", retryAfter, null, body));
    }

    FakeLogin thenRefuse(String error, String description) {
        return then(400, "{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\"}");
    }

    FakeLogin thenGrant(String expiresIn) {
        return then((endpoint, form, timeout) -> granted(expiresIn));
    }

    TokenTransport.Response granted(String expiresIn) {
        return new TokenTransport.Response(
                200,
                "application/json;charset=UTF-8",
                null,
                null,
                "{\"access_token\":\"token-" + tokens.incrementAndGet() + "\",\"token_type\":\"bearer\",\"expires_in\":"
                        + expiresIn + "}");
    }

    int count() {
        return requests.size();
    }

    String lastForm() {
        return requests.get(requests.size() - 1).form();
    }

    @Override
    public TokenTransport.Response send(URI endpoint, String form, Duration timeout) throws IOException {
        requests.add(new Request(endpoint, form, timeout, clock.instant()));
        TokenTransport step = script.poll();
        return step == null ? granted("86399") : step.send(endpoint, form, timeout);
    }
}

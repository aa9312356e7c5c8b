package io.github.camelajo.soak;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;

/** Sits in the HTTP client of one context and watches its tokens and token requests, in the order in which the client acts. */
final class SoakWatch implements ExecChainHandler {

    /** A token that was taken by as many calls has been reported as accepted, however many threads there are. */
    private static final int CERTAINLY_ACCEPTED = 1_000;

    private final AtomicInteger tokenRequestsNow = new AtomicInteger();
    private final AtomicInteger mostTokenRequests = new AtomicInteger();
    private final LongAdder tokenRequests = new LongAdder();
    private final LongAdder requests = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder withDeadToken = new LongAdder();
    private final AtomicReference<Seen> latest = new AtomicReference<>();
    // What a thread was told itself it knows for sure: other threads may have sent before they could know.
    private final ThreadLocal<Set<String>> knownDead = ThreadLocal.withInitial(HashSet::new);

    private record Seen(String authorization, AtomicInteger taken) {}

    /** Settings for a component whose requests shall be watched. */
    HttpComponent httpComponent() {
        HttpComponent component = new HttpComponent();
        component.setHttpClientConfigurer(builder -> builder.addExecInterceptorFirst("soak", this));
        return component;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Header authorization = request.getFirstHeader("Authorization");
        return authorization == null
                ? tokenRequest(request, scope, chain)
                : call(authorization.getValue(), request, scope, chain);
    }

    private ClassicHttpResponse tokenRequest(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        tokenRequests.increment();
        mostTokenRequests.accumulateAndGet(tokenRequestsNow.incrementAndGet(), Math::max);
        try {
            return chain.proceed(request, scope);
        } finally {
            tokenRequestsNow.decrementAndGet();
        }
    }

    private ClassicHttpResponse call(
            String authorization, ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        requests.increment();
        Set<String> dead = knownDead.get();
        if (dead.contains(authorization)) {
            withDeadToken.increment();
        }
        ClassicHttpResponse response = chain.proceed(request, scope);
        if (response.getCode() == 401) {
            refused.increment();
            dead.add(authorization);
        } else {
            seen(authorization).taken().incrementAndGet();
        }
        return response;
    }

    private Seen seen(String authorization) {
        return latest.updateAndGet(seen -> seen != null && seen.authorization().equals(authorization)
                ? seen
                : new Seen(authorization, new AtomicInteger()));
    }

    /** The token in use if it certainly counts as accepted, else {@code null}. */
    String acceptedToken() {
        Seen seen = latest.get();
        return seen != null && seen.taken().get() >= CERTAINLY_ACCEPTED
                ? seen.authorization().substring("Bearer ".length())
                : null;
    }

    int mostTokenRequestsAtATime() {
        return mostTokenRequests.get();
    }

    long tokenRequests() {
        return tokenRequests.sum();
    }

    long requests() {
        return requests.sum();
    }

    long refused() {
        return refused.sum();
    }

    long withDeadToken() {
        return withDeadToken.sum();
    }
}

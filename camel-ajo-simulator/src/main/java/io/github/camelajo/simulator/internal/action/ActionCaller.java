package io.github.camelajo.simulator.internal.action;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

import io.github.camelajo.simulator.control.ActionAuth;
import io.github.camelajo.simulator.control.ActionOutcome;
import io.github.camelajo.simulator.control.CustomAction;
import io.github.camelajo.simulator.internal.core.ActionLimit;

/** Makes the call of a custom action with Adobe's repeats, redirects, limits and timeout. Thread-safe. */
public final class ActionCaller {

    private static final int MAX_RETRIES = 3;
    private static final int MAX_REDIRECTS = 5;
    private static final int FOUND = 302;
    /** A journey does not repeat a call after these statuses. */
    private static final Set<Integer> FINAL = Set.of(401, 403, 404);

    private final InstantSource clock;
    private final Caps caps;
    private final Map<SSLContext, HttpClient> clientsWithTls = new ConcurrentHashMap<>();
    private final Map<TokenKey, KeptToken> tokens = new ConcurrentHashMap<>();
    private volatile HttpClient plainClient;

    /** @param limits returns the capping configurations in force in a sandbox */
    public ActionCaller(InstantSource clock, Function<String, List<ActionLimit>> limits) {
        this.clock = clock;
        this.caps = new Caps(clock, limits);
    }

    /** Forgets all tokens and previous calls. */
    public void reset() {
        tokens.clear();
        caps.reset();
    }

    /**
     * Makes the call, and waits until the action has ended.
     *
     * @throws InterruptedException     if the thread is interrupted; the call is then aborted
     * @throws IllegalArgumentException if Adobe would refuse the action
     */
    public ActionOutcome call(CustomAction action) throws InterruptedException {
        return new Run(action).outcome();
    }

    private HttpClient client(SSLContext tls) {
        if (tls != null) {
            return clientsWithTls.computeIfAbsent(
                    tls, context -> builder().sslContext(context).build());
        }
        HttpClient client = plainClient;
        if (client == null) {
            client = builder().build();
            plainClient = client;
        }
        return client;
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER);
    }

    private record TokenKey(String journey, String request) {}

    private record KeptToken(String value, Instant until) {}

    /** The journey has no time left. */
    private static final class TimeIsOver extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** There was no answer, or no token. */
    private static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        NoAnswer(String message) {
            super(message);
        }
    }

    /** One action, from its first call to its end. */
    private final class Run {

        private final CustomAction action;
        private final byte[] body;
        private final TokenRequest tokenRequest;
        private final long start = System.nanoTime();
        private final List<ActionOutcome.Attempt> attempts = new ArrayList<>();
        private int tokenRequests;
        private String answerProblem;

        Run(CustomAction action) {
            this.action = action;
            this.body = action.body() == null ? null : ActionBody.written(action.body(), action.sendNulls());
            this.tokenRequest = action.auth().kind() == ActionAuth.Kind.CUSTOM
                    ? TokenRequest.parse(action.auth().value())
                    : null;
        }

        ActionOutcome outcome() throws InterruptedException {
            String status;
            try {
                status = status();
            } catch (TimeIsOver e) {
                status = ActionOutcome.TIMED_OUT;
            } catch (NoAnswer e) {
                status = ActionOutcome.INTERNAL_ERROR;
            }
            return new ActionOutcome(status, List.copyOf(attempts), since(start), tokenRequests, answerProblem);
        }

        private String status() throws InterruptedException, TimeIsOver, NoAnswer {
            String token = tokenRequest == null ? null : token();
            String host = URI.create(action.url()).getHost();
            for (int repeats = 0; ; repeats++) {
                if (!caps.take(action, host)) {
                    return ActionOutcome.CAPPED;
                }
                ActionOutcome.Attempt attempt = attempt(token);
                attempts.add(attempt);
                caps.answered(action, host, attempt.duration().compareTo(ActionOutcome.SLOW) > 0);
                if (ActionOutcome.TIMED_OUT.equals(attempt.problem())) {
                    throw new TimeIsOver();
                }
                if (attempt.status() / 100 == 2) {
                    answerProblem = ActionBody.problem(attempt.body().getBytes(StandardCharsets.UTF_8));
                    return "http_" + attempt.status();
                }
                if (FINAL.contains(attempt.status()) || repeats == MAX_RETRIES) {
                    return attempt.status() == 0 ? ActionOutcome.INTERNAL_ERROR : "http_" + attempt.status();
                }
                pause();
            }
        }

        private void pause() throws InterruptedException, TimeIsOver {
            long pause = action.retryPause().toNanos();
            if (pause >= left()) {
                TimeUnit.NANOSECONDS.sleep(left());
                throw new TimeIsOver();
            }
            TimeUnit.NANOSECONDS.sleep(pause);
        }

        private ActionOutcome.Attempt attempt(String token) throws InterruptedException {
            long began = System.nanoTime();
            int redirects = 0;
            try {
                HttpResponse<byte[]> response = exchange(request(token));
                URI origin = response.uri();
                while (response.statusCode() == FOUND && redirects < MAX_REDIRECTS) {
                    Optional<URI> next = next(response);
                    if (next.isEmpty()) {
                        break;
                    }
                    redirects++;
                    response = exchange(redirected(next.get(), origin, token));
                }
                String text = new String(response.body(), StandardCharsets.UTF_8);
                return new ActionOutcome.Attempt(response.statusCode(), since(began), redirects, text, null);
            } catch (TimeIsOver e) {
                return new ActionOutcome.Attempt(0, since(began), redirects, null, ActionOutcome.TIMED_OUT);
            } catch (NoAnswer e) {
                return new ActionOutcome.Attempt(0, since(began), redirects, null, e.getMessage());
            }
        }

        /** Returns where a redirect leads; empty if that is no HTTP address. */
        private static Optional<URI> next(HttpResponse<?> response) {
            try {
                return response.headers()
                        .firstValue("Location")
                        .map(response.uri()::resolve)
                        .filter(next -> next.getHost() != null
                                && List.of("http", "https").contains(next.getScheme()));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        private HttpRequest.Builder request(String token) {
            HttpRequest.Builder request = withHeaders(HttpRequest.newBuilder(address(token)));
            authenticate(request, token);
            return request.method(
                    action.method(),
                    body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        }

        /** A POST is continued as a GET, as browsers do. Credentials are sent only to the host they are meant for. */
        private HttpRequest.Builder redirected(URI address, URI origin, String token) {
            HttpRequest.Builder request = withHeaders(HttpRequest.newBuilder(address));
            if (origin.getAuthority().equals(address.getAuthority())) {
                authenticate(request, token);
            }
            return action.method().equals("PUT") && body != null
                    ? request.PUT(HttpRequest.BodyPublishers.ofByteArray(body))
                    : request.GET();
        }

        private HttpRequest.Builder withHeaders(HttpRequest.Builder request) {
            request.header("Content-Type", "application/json").header("Charset", "UTF-8");
            action.headers().forEach(request::setHeader);
            return request;
        }

        private void authenticate(HttpRequest.Builder request, String token) {
            ActionAuth auth = action.auth();
            if (auth.kind() == ActionAuth.Kind.HEADER) {
                setSecret(request, auth.name(), auth.value());
            } else if (tokenRequest != null && tokenRequest.placement() == TokenRequest.Placement.BEARER) {
                setSecret(request, "Authorization", "Bearer " + token);
            } else if (tokenRequest != null && tokenRequest.placement() == TokenRequest.Placement.HEADER) {
                setSecret(request, tokenRequest.target(), token);
            }
        }

        private static void setSecret(HttpRequest.Builder request, String name, String value) {
            try {
                request.setHeader(name, value);
            } catch (IllegalArgumentException e) {
                // Leaves out the cause, whose message contains the secret.
                throw new IllegalArgumentException("The credentials cannot be sent in a header '" + name + "'");
            }
        }

        private URI address(String token) {
            Map<String, String> query = new LinkedHashMap<>(action.query());
            if (action.auth().kind() == ActionAuth.Kind.QUERY) {
                query.put(action.auth().name(), action.auth().value());
            }
            if (tokenRequest != null && tokenRequest.placement() == TokenRequest.Placement.QUERY) {
                query.put(tokenRequest.target(), token);
            }
            String text = query.entrySet().stream()
                    .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                    .collect(Collectors.joining("&"));
            return URI.create(text.isEmpty() ? action.url() : action.url() + "?" + text);
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        /** Returns the token of the journey: the stored one, or a new one. */
        private String token() throws InterruptedException, TimeIsOver, NoAnswer {
            TokenKey key = new TokenKey(action.journey(), action.auth().value());
            KeptToken kept = tokens.get(key);
            if (kept != null && clock.instant().isBefore(kept.until())) {
                return kept.value();
            }
            tokenRequests++;
            HttpResponse<byte[]> response = exchange(tokenRequest.toHttp());
            TokenRequest.Token token = response.statusCode() / 100 == 2 ? tokenRequest.read(response.body()) : null;
            if (token == null) {
                throw new NoAnswer("no token");
            }
            tokens.put(key, new KeptToken(token.value(), clock.instant().plus(token.kept())));
            return token.value();
        }

        private HttpResponse<byte[]> exchange(HttpRequest.Builder request)
                throws InterruptedException, TimeIsOver, NoAnswer {
            CompletableFuture<HttpResponse<byte[]>> answer =
                    client(action.tls()).sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            try {
                return answer.get(left(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                throw new TimeIsOver();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException) {
                    throw new NoAnswer(e.getCause().getClass().getSimpleName());
                }
                throw new IllegalStateException("The call of the custom action failed", e.getCause());
            } finally {
                // Cancels calls that are still under way. Calls that have ended are not affected.
                answer.cancel(true);
            }
        }

        private long left() {
            return Math.max(0, action.timeout().toNanos() - (System.nanoTime() - start));
        }

        private static Duration since(long nanoTime) {
            return Duration.ofNanos(System.nanoTime() - nanoTime);
        }
    }
}

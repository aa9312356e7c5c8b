package io.github.camelajo.simulator.internal.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.simulator.control.RequestListener;
import io.github.camelajo.simulator.internal.core.Access;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.ErrorBodies;
import io.github.camelajo.simulator.internal.core.ErrorDialect;
import io.github.camelajo.simulator.internal.core.Grants;
import io.github.camelajo.simulator.internal.core.MalformedUriException;
import io.github.camelajo.simulator.internal.core.QueryString;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Requirement;
import io.github.camelajo.simulator.internal.core.Route;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.UploadedFile;
import io.github.camelajo.simulator.internal.login.ImsService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles a request from its arrival to its answer: journal, injected faults, login or gateway, route, service. */
public final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final String REQUEST_ID = "X-Request-Id";

    public final Lane api = new Lane();
    public final Lane login = new Lane();
    public final CallFeed feed = new CallFeed();
    public final List<RequestListener> listeners = new CopyOnWriteArrayList<>();

    private final ReadWriteLock betweenChanges = new ReentrantReadWriteLock();
    private final ImsService ims;
    private final Gateway gateway;
    private final Router router;
    private final Grants grants;
    private final String organizationId;
    private final InstantSource clock;

    public Dispatcher(
            ImsService ims, Gateway gateway, Router router, Grants grants, String organizationId, InstantSource clock) {
        this.ims = ims;
        this.gateway = gateway;
        this.router = router;
        this.grants = grants;
        this.organizationId = organizationId;
        this.clock = clock;
    }

    /** @param files the files of a multipart body */
    Delivery dispatch(ReceivedRequest request, List<UploadedFile> files) {
        boolean forLogin = request.path().startsWith(ImsService.PREFIX);
        Instant at = clock.instant();
        long begin = System.nanoTime();
        Journal.Entry entry = (forLogin ? login : api).journal.add(request, at);
        Delivery answer;
        betweenChanges.readLock().lock();
        try {
            answer = answer(request, files, forLogin);
        } finally {
            betweenChanges.readLock().unlock();
        }
        entry.answered(
                answer.status(),
                answer.connection() == null ? answer.reply().headers().get(REQUEST_ID) : null);
        feed.add(at, request, answer, answer.delay().plusNanos(System.nanoTime() - begin));
        if (!forLogin) {
            listeners.forEach(listener -> listener.answered(request, answer.status()));
        }
        return answer;
    }

    private Delivery answer(ReceivedRequest request, List<UploadedFile> files, boolean forLogin) {
        Lane lane = forLogin ? login : api;
        Optional<Fault> fault = lane.faults.take(request.path());
        Duration delay = fault.map(Fault::delay).orElse(Duration.ZERO).plus(lane.latency.get());
        if (fault.isPresent() && fault.get().connection() != null) {
            return new Delivery(Reply.empty(200), fault.get().connection(), delay, Origin.FAULT);
        }
        if (fault.isPresent() && fault.get().status() != 0) {
            return new Delivery(reply(fault.get(), request, forLogin), null, delay, Origin.FAULT);
        }
        Answer answer = forLogin ? new Answer(ims.handle(request), Origin.LOGIN) : serve(request, files);
        return new Delivery(answer.reply(), null, delay, answer.origin());
    }

    private Reply reply(Fault fault, ReceivedRequest request, boolean forLogin) {
        Reply reply;
        if (fault.body() != null) {
            reply = Reply.text(fault.status(), fault.contentType(), fault.body());
        } else if (forLogin) {
            reply = ErrorBodies.imsForStatus(fault.status());
        } else {
            reply = errors(request).injected(fault.status()).with(REQUEST_ID, newRequestId());
        }
        for (Map.Entry<String, String> header : fault.headers().entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }

    /** Returns the errors of a host beside the gateway. For all other requests a fault looks like one of the gateway. */
    private ErrorDialect errors(ReceivedRequest request) {
        return match(request)
                .filter(match -> !match.route().access().gateway())
                .map(match -> match.service().errors())
                .orElse(ErrorDialect.PLATFORM);
    }

    private Answer serve(ReceivedRequest request, List<UploadedFile> files) {
        String sent = request.header(REQUEST_ID);
        String requestId = sent == null || sent.isBlank() ? newRequestId() : sent;
        Answer answer;
        try {
            answer = route(request, files, requestId);
        } catch (Refusal e) {
            answer = new Answer(e.reply(), Origin.SERVICE);
        } catch (MalformedUriException e) {
            answer = new Answer(
                    ErrorBodies.platform(400, "Malformed request", "The path or the query is not properly encoded"),
                    Origin.ADDRESS);
        } catch (RuntimeException e) {
            LOG.error("The simulator failed on {} {}", request.method(), request.path(), e);
            answer = new Answer(ErrorBodies.platform(500, "Simulator failure", e.toString()), Origin.SERVICE);
        }
        return new Answer(answer.reply().with(REQUEST_ID, requestId), answer.origin());
    }

    private Answer route(ReceivedRequest request, List<UploadedFile> files, String requestId) {
        Router.Match match = router.find(request.method(), request.path()).orElse(null);
        Set<String> methods = match == null ? router.methods(request.path()) : Set.of();
        if (match == null && methods.isEmpty()) {
            return new Answer(ErrorBodies.noRoute(), Origin.ADDRESS);
        }
        String clientId;
        try {
            clientId = gateway.authorize(
                    request, match == null ? Access.USUAL : match.route().access());
        } catch (Refusal e) {
            return new Answer(e.reply(), Origin.GATEWAY);
        }
        if (match == null) {
            return new Answer(
                    ErrorBodies.platform(405, "Method not allowed", request.method() + " is not offered here")
                            .with("Allow", String.join(", ", methods)),
                    Origin.ADDRESS);
        }
        Route route = match.route();
        ErrorDialect errors = match.service().errors();
        Call call = new Call(
                request,
                files,
                match.values(),
                QueryString.parse(request.query()),
                sandbox(request, route),
                clientId,
                organizationId,
                requestId,
                clock.instant(),
                errors);
        if (!call.sandbox().exists() && !route.access().anySandbox()) {
            return new Answer(errors.unknownSandbox(call), Origin.SANDBOX);
        }
        Requirement permissions = route.access().permissions();
        if (!grants.meet(permissions)) {
            return new Answer(errors.forbidden(call, permissions.message()), Origin.PERMISSION);
        }
        Set<String> unknown = new TreeSet<>(route.unknownParameters(call.query()));
        if (!unknown.isEmpty()) {
            return new Answer(
                    errors.badParameter(call, String.join(", ", unknown), "is not known to this operation"),
                    Origin.SERVICE);
        }
        checkContentType(call, route);
        return new Answer(route.handler().handle(call), Origin.SERVICE);
    }

    /** A call without {@code x-sandbox-name} uses the default production sandbox, as in Platform. */
    private Sandbox sandbox(ReceivedRequest request, Route route) {
        String name = request.header("x-sandbox-name");
        if (name == null || name.isBlank()) {
            if (route.access().sandbox()) {
                api.withoutSandbox.add(request, clock.instant());
            }
            return Sandbox.PRODUCTION;
        }
        return Sandbox.named(name).orElseGet(() -> Sandbox.unknown(name));
    }

    /** Returns whether the operation exists and works in a sandbox. */
    boolean actsOnSandbox(ReceivedRequest request) {
        return match(request).map(match -> match.route().access().sandbox()).orElse(false);
    }

    private Optional<Router.Match> match(ReceivedRequest request) {
        try {
            return router.find(request.method(), request.path());
        } catch (MalformedUriException e) {
            // A path that cannot be decoded belongs to no operation.
            return Optional.empty();
        }
    }

    private static void checkContentType(Call call, Route route) {
        ReceivedRequest request = call.request();
        if (route.body() == Route.Body.IGNORED || request.body().length == 0) {
            return;
        }
        String type = request.header("Content-Type");
        if (type == null || type.isBlank()) {
            throw new Refusal(call.errors().badContentType(call, 400, "A body needs a Content-Type header"));
        }
        String bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!route.mediaTypes().contains(bare)) {
            String detail = "Content-Type '" + bare + "' is not one of " + new TreeSet<>(route.mediaTypes());
            throw new Refusal(call.errors().badContentType(call, 415, detail));
        }
    }

    /** Runs something while no call is under way. New calls wait until it is done. */
    public void exclusively(Runnable change) {
        betweenChanges.writeLock().lock();
        try {
            change.run();
        } finally {
            betweenChanges.writeLock().unlock();
        }
    }

    private static String newRequestId() {
        return UUID.randomUUID().toString();
    }

    public void reset() {
        api.reset();
        login.reset();
        feed.clear();
    }

    private record Answer(Reply reply, Origin origin) {}

    /** What login calls and API calls each have on their own. */
    public static final class Lane {

        public final Journal journal = new Journal();
        public final Journal withoutSandbox = new Journal();
        public final FaultQueue faults = new FaultQueue();
        public final AtomicReference<Duration> latency = new AtomicReference<>(Duration.ZERO);

        public void forget() {
            journal.clear();
            withoutSandbox.clear();
        }

        public void reset() {
            forget();
            faults.clear();
            latency.set(Duration.ZERO);
        }
    }
}

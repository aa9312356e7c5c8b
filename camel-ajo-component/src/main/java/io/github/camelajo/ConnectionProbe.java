package io.github.camelajo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.internal.flow.ConnectionCheck;
import io.github.camelajo.internal.flow.Result;
import io.github.camelajo.internal.observe.Probe;
import io.github.camelajo.internal.request.CallInput;
import org.apache.camel.support.service.ServiceHelper;

/** Probes with {@code ajo:connection?operation=verify}: login, gateway, organization, sandbox and permission. */
final class ConnectionProbe implements Probe {

    private static final long LIMIT_MILLIS = 10_000;

    private final AjoComponent component;
    // A lock rather than a monitor: a virtual thread that waits for an answer would block its carrier.
    private final ReentrantLock lock = new ReentrantLock();
    // Kept between probes, because it holds the token, which would otherwise be requested for each one.
    private AjoEndpoint endpoint;

    ConnectionProbe(AjoComponent component) {
        this.component = component;
    }

    @Override
    public Finding look() {
        lock.lock();
        try {
            return read(verify().get(LIMIT_MILLIS, TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return ofFailure(e.getCause());
        } catch (TimeoutException e) {
            return new Finding(false, "The probe had no answer within " + LIMIT_MILLIS / 1000 + " s", 0, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Finding(null, "The probe was interrupted", 0, null);
        } catch (RuntimeException e) {
            stop();
            return ofFailure(e);
        } finally {
            lock.unlock();
        }
    }

    private CompletableFuture<Result> verify() {
        AjoEndpoint to = endpoint();
        CompletableFuture<Result> coming = new CompletableFuture<>();
        CallInput input = CallInput.nothing(to.getConfiguration().getSandbox());
        to.runner(to.operation()).start(input, component.transport().paces().queued(), (result, failure) -> {
            if (failure != null) {
                coming.completeExceptionally(failure);
            } else {
                coming.complete(result);
            }
        });
        return coming;
    }

    private AjoEndpoint endpoint() {
        if (endpoint == null) {
            AjoConfiguration probing = configuration();
            endpoint = new AjoEndpoint("ajo:connection", component, probing);
            endpoint.reportBriefly();
            // All of it comes from the component, which has more than a probe needs.
            endpoint.use(new EndpointOptions(endpoint, Set.of(), Map.of()));
            ServiceHelper.startService(endpoint);
        }
        return endpoint;
    }

    /** Credentials, hosts and sandbox of the component, or else of an endpoint in use. */
    private AjoConfiguration configuration() {
        AjoConfiguration probing = component.effective().configuration().copy();
        probing.setApi("connection");
        probing.setOperation("verify");
        probing.setRequestTimeout(LIMIT_MILLIS);
        List<AjoConfiguration> others = component.endpointsInUse().stream()
                .map(AjoEndpoint::getConfiguration)
                .toList();
        if (!Credentials.areComplete(probing)) {
            others.stream().findFirst().ifPresent(theirs -> takeOver(probing, theirs));
        }
        if (probing.getSandbox() == null) {
            // The sandbox of another organization does not fit.
            others.stream()
                    .filter(theirs -> Objects.equals(theirs.getOrganizationId(), probing.getOrganizationId()))
                    .map(AjoConfiguration::getSandbox)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(probing::setSandbox);
        }
        return probing;
    }

    /** All or none: a secret belongs to its client id and must not go to other hosts. */
    private static void takeOver(AjoConfiguration probing, AjoConfiguration theirs) {
        probing.setClientId(theirs.getClientId());
        probing.setClientSecret(theirs.getClientSecret());
        probing.setClientSecretSupplier(theirs.getClientSecretSupplier());
        probing.setSecondaryClientSecret(theirs.getSecondaryClientSecret());
        probing.setOrganizationId(theirs.getOrganizationId());
        probing.setScopes(theirs.getScopes());
        probing.setBaseUrl(theirs.getBaseUrl());
        probing.setTokenEndpoint(theirs.getTokenEndpoint());
    }

    private static Finding read(Result result) {
        Map<?, ?> report = (Map<?, ?>) result.answer().body();
        // A rate limit proves that the way is open.
        boolean ok = Boolean.TRUE.equals(report.get("ok")) || ConnectionCheck.RATE_LIMIT.equals(report.get("problem"));
        Object code = report.get("errorCode");
        return new Finding(
                ok,
                String.valueOf(report.get("message")),
                result.answer().status(),
                code == null ? null : code.toString());
    }

    /** The check could not even start, for want of a sandbox for example. That says nothing about Adobe. */
    private static Finding ofFailure(Throwable failure) {
        boolean rejected = failure instanceof AjoException e && e.getStatusCode() != 0;
        return new Finding(rejected ? false : null, "The probe could not be made: " + failure.getMessage(), 0, null);
    }

    @Override
    public void stop() {
        lock.lock();
        try {
            ServiceHelper.stopService(endpoint);
            endpoint = null;
        } finally {
            lock.unlock();
        }
    }
}

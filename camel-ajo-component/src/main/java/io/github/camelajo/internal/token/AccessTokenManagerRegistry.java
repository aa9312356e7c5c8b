package io.github.camelajo.internal.token;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import io.github.camelajo.internal.login.ClientCredentials;
import io.github.camelajo.internal.login.TokenTransport;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The token managers of one CamelContext. Components, endpoints and Kamelets with the same token endpoint, client id,
 * scopes and secrets share one, so a context asks for one token however its routes are built. Thread-safe.
 *
 * <p>
 * A manager lives from the first {@link #acquire} until a while after the last release: routes that make an endpoint for each
 * message, or come and go themselves, shall not ask for a token each time. It takes the settings and the suppliers of secrets
 * from the first user. Its requests go out by the way of whichever user came first of those that are still there, as a user
 * closes its own; and where that fails, by the way of another one.
 * </p>
 */
public final class AccessTokenManagerRegistry extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger(AccessTokenManagerRegistry.class);

    /** How long an unused manager is kept. */
    static final Duration KEEP_UNUSED = Duration.ofMinutes(10);

    /** How many unused managers are kept: each message could bring its own secret. */
    static final int MAX_UNUSED = 8;

    /**
     * Guards "look up, then add"; the class itself has no other state. A lock rather than a monitor, because adding
     * starts a service of the context.
     */
    private static final ReentrantLock MAKING = new ReentrantLock();

    /**
     * Is told which token managers a context has, for JMX and meters. Called under the registry's lock: implementations
     * return quickly and do not call the registry. Exceptions are logged and ignored.
     */
    public interface Observer {

        /** A manager exists. It has asked for nothing yet, unless it existed before the observer. */
        void opened(AccessTokenManager manager);

        /** A manager is about to stop. */
        default void closing(AccessTokenManager manager) {}
    }

    private final CamelContext context;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<TokenLease.Key, Shared> managers = new HashMap<>();
    private final Deque<Shared> unused = new ArrayDeque<>();
    private final Set<Observer> observers = new LinkedHashSet<>();
    private boolean stopped;

    private AccessTokenManagerRegistry(CamelContext context) {
        this.context = context;
    }

    /**
     * Returns the registry of the context and creates it on the first call. It is a service of the context, which stops
     * it after all routes, endpoints and components and then forgets it. A context that is started again gets a new
     * one.
     */
    public static AccessTokenManagerRegistry of(CamelContext context) {
        MAKING.lock();
        try {
            AccessTokenManagerRegistry registry = context.hasService(AccessTokenManagerRegistry.class);
            if (registry == null) {
                registry = new AccessTokenManagerRegistry(context);
                try {
                    context.addService(registry);
                } catch (Exception e) {
                    throw RuntimeCamelException.wrapRuntimeCamelException(e);
                }
            }
            return registry;
        } finally {
            MAKING.unlock();
        }
    }

    /**
     * Leases the manager for these credentials. Reads the secret once, for the key, and asks for no token.
     *
     * @throws IllegalStateException when the context has stopped
     */
    public TokenLease acquire(ClientCredentials credentials, TokenSettings settings, TokenTransport transport) {
        Objects.requireNonNull(transport, "transport");
        // Outside the lock: a supplier may call a vault.
        TokenLease.Key key = TokenLease.Key.of(credentials);
        lock.lock();
        try {
            if (stopped) {
                throw new IllegalStateException("The CamelContext " + context.getName() + " has stopped");
            }
            Shared shared = managers.get(key);
            if (shared == null) {
                shared = new Shared(key, TokenRuntime.of(context, this), credentials, settings);
                managers.put(key, shared);
                AccessTokenManager opened = shared.manager;
                tell(observer -> observer.opened(opened));
            } else if (!shared.settings.equals(settings)) {
                LOG.warn(
                        "The access token of {} is shared; {} is ignored, because the first user set {}",
                        credentials.clientId(),
                        settings,
                        shared.settings);
            }
            TokenLease lease = new TokenLease(this, key, shared.manager, transport);
            shared.add(lease);
            if (unused.remove(shared)) {
                shared.cancelEnd.run();
                shared.manager.wake();
            }
            return lease;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns a lease. After the last one the manager renews nothing, and stops if nobody leases it for a while. A
     * lease that was already returned, or that belongs to a stopped context, is ignored.
     */
    public void release(TokenLease lease) {
        Shared tooMany = null;
        lock.lock();
        try {
            Shared shared = managers.get(lease.key());
            if (shared != null && shared.remove(lease) && shared.leases.isEmpty()) {
                unused.add(shared);
                shared.endAfter(KEEP_UNUSED, () -> end(shared));
                tooMany = unused.size() > MAX_UNUSED ? unused.peek() : null;
                // Under the lock, so that it cannot come after the wake-up by the next user.
                shared.manager.rest();
            }
        } finally {
            lock.unlock();
        }
        if (tooMany != null) {
            end(tooMany);
        }
    }

    /**
     * Reports that a transport will not be used any more because its component has stopped. Unused managers that used
     * it last stop now.
     */
    public static void forget(CamelContext context, TokenTransport way) {
        AccessTokenManagerRegistry registry = context.hasService(AccessTokenManagerRegistry.class);
        if (registry != null) {
            registry.forget(way);
        }
    }

    private void forget(TokenTransport way) {
        List<Shared> last;
        lock.lock();
        try {
            last = unused.stream().filter(shared -> way.equals(shared.lastWay)).toList();
        } finally {
            lock.unlock();
        }
        last.forEach(this::end);
    }

    /** Stops a manager, unless somebody has leased it in the meantime. */
    private void end(Shared shared) {
        lock.lock();
        try {
            if (!unused.remove(shared)) {
                return;
            }
            managers.remove(shared.key);
            shared.cancelEnd.run();
            tell(observer -> observer.closing(shared.manager));
        } finally {
            lock.unlock();
        }
        shared.manager.close();
    }

    /** All managers, including unused ones. */
    public Collection<AccessTokenManager> managers() {
        lock.lock();
        try {
            return managers.values().stream().map(shared -> shared.manager).toList();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Tells an observer about all present and future managers until the context stops. An observer that equals an
     * earlier one is ignored, so several components can register the same one.
     */
    public void observe(Observer observer) {
        lock.lock();
        try {
            if (observers.add(observer)) {
                managers.values().forEach(shared -> tell(observer, known -> known.opened(shared.manager)));
            }
        } finally {
            lock.unlock();
        }
    }

    private void tell(Consumer<Observer> news) {
        observers.forEach(observer -> tell(observer, news));
    }

    private static void tell(Observer observer, Consumer<Observer> news) {
        try {
            news.accept(observer);
        } catch (RuntimeException e) {
            LOG.warn(
                    "The token manager observer {} failed, which is ignored",
                    observer.getClass().getName(),
                    e);
        }
    }

    @Override
    protected void doStop() {
        List<Shared> left;
        lock.lock();
        try {
            stopped = true;
            left = new ArrayList<>(managers.values());
            left.forEach(shared -> tell(observer -> observer.closing(shared.manager)));
            left.forEach(shared -> shared.cancelEnd.run());
            managers.clear();
            unused.clear();
            observers.clear();
        } finally {
            lock.unlock();
        }
        left.forEach(shared -> shared.manager.close());
    }

    /** A manager and its leases. The list is only changed under the registry's lock. */
    private static final class Shared {

        private final TokenLease.Key key;
        private final AccessTokenManager manager;
        private final TokenSettings settings;
        private final TokenRuntime.Timer timer;
        private final List<TokenLease> leases = new ArrayList<>();
        private final SharedWays ways = new SharedWays();
        private TokenTransport lastWay;
        private Runnable cancelEnd = () -> {};

        Shared(TokenLease.Key key, TokenRuntime runtime, ClientCredentials credentials, TokenSettings settings) {
            this.key = key;
            this.settings = settings;
            this.timer = runtime.timer();
            this.manager = new AccessTokenManager(credentials, settings, () -> ways, runtime);
        }

        void add(TokenLease lease) {
            leases.add(lease);
            ways.set(transports());
        }

        boolean remove(TokenLease lease) {
            boolean removed = leases.remove(lease);
            if (removed) {
                lastWay = lease.transport();
                ways.set(transports());
            }
            return removed;
        }

        private List<TokenTransport> transports() {
            return leases.stream().map(TokenLease::transport).distinct().toList();
        }

        void endAfter(Duration time, Runnable end) {
            try {
                cancelEnd = timer.schedule(end, time);
            } catch (RejectedExecutionException stopping) {
                // The context stops, and the manager with it.
            }
        }
    }
}

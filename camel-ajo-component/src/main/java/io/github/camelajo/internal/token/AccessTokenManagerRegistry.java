package io.github.camelajo.internal.token;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
 * The token managers of one CamelContext. Components, endpoints and Kamelets with the same token endpoint, client id, scopes
 * and secrets share one, so that a context asks for one token however its routes are put together. Thread-safe.
 *
 * <p>
 * A manager lives from the first {@link #acquire} to the last release. It takes the settings and the suppliers of secrets from
 * the first user, but the transport from whichever user came first of those that are still there, as a user closes its own.
 * </p>
 */
public final class AccessTokenManagerRegistry extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger(AccessTokenManagerRegistry.class);

    private final CamelContext context;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<TokenKey, Shared> managers = new HashMap<>();
    private final Set<ManagerObserver> observers = new LinkedHashSet<>();
    private boolean stopped;

    private AccessTokenManagerRegistry(CamelContext context) {
        this.context = context;
    }

    /**
     * The registry of the context, made at the first call. It is a service of the context, which stops it after all routes,
     * endpoints and components and then forgets it; a context that starts again gets a new one.
     */
    public static AccessTokenManagerRegistry of(CamelContext context) {
        // Only a lock for "look, then add": the class itself keeps nothing.
        synchronized (AccessTokenManagerRegistry.class) {
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
        }
    }

    /**
     * Gives a hold on the manager for these credentials. Reads the secret once, for the key; asks for no token.
     *
     * @throws IllegalStateException when the context has stopped
     */
    public TokenLease acquire(ClientCredentials credentials, TokenSettings settings, TokenTransport transport) {
        Objects.requireNonNull(transport, "transport");
        // Outside the lock, as a supplier may have to go far.
        TokenKey key = TokenKey.of(credentials);
        lock.lock();
        try {
            if (stopped) {
                throw new IllegalStateException("The CamelContext " + context.getName() + " has stopped");
            }
            Shared shared = managers.get(key);
            if (shared == null) {
                shared = new Shared(context, this, credentials, settings);
                managers.put(key, shared);
                AccessTokenManager opened = shared.manager;
                tell(observer -> observer.opened(opened));
            } else if (!shared.settings.equals(settings)) {
                LOG.warn(
                        "The access token of {} is shared; {} is not used, as the first user asked for {}",
                        credentials.clientId(),
                        settings,
                        shared.settings);
            }
            TokenLease lease = new TokenLease(this, key, shared.manager, transport);
            shared.add(lease);
            return lease;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Gives a hold back; the last one stops the manager. A hold that was given back already, or is of a stopped context, is
     * ignored.
     */
    public void release(TokenLease lease) {
        AccessTokenManager unused = null;
        lock.lock();
        try {
            Shared shared = managers.get(lease.key());
            if (shared != null && shared.remove(lease) && shared.leases.isEmpty()) {
                managers.remove(lease.key());
                AccessTokenManager closing = shared.manager;
                unused = closing;
                tell(observer -> observer.closing(closing));
            }
        } finally {
            lock.unlock();
        }
        if (unused != null) {
            unused.close();
        }
    }

    /** The managers in use now; for health, metrics and the console. */
    public Collection<AccessTokenManager> managers() {
        lock.lock();
        try {
            return managers.values().stream().map(shared -> shared.manager).toList();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Tells an observer of the managers there are and of all that come, until the context stops. One that equals an earlier one
     * is left out, so several components can ask for the same.
     */
    public void observe(ManagerObserver observer) {
        lock.lock();
        try {
            if (observers.add(observer)) {
                managers.values().forEach(shared -> tell(observer, known -> known.opened(shared.manager)));
            }
        } finally {
            lock.unlock();
        }
    }

    private void tell(Consumer<ManagerObserver> news) {
        observers.forEach(observer -> tell(observer, news));
    }

    private static void tell(ManagerObserver observer, Consumer<ManagerObserver> news) {
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
            managers.clear();
            observers.clear();
        } finally {
            lock.unlock();
        }
        left.forEach(shared -> shared.manager.close());
    }

    /** A manager and those who hold it. The list is only changed under the registry's lock. */
    private static final class Shared {

        private final AccessTokenManager manager;
        private final TokenSettings settings;
        private final List<TokenLease> leases = new ArrayList<>();
        private volatile TokenTransport transport;

        Shared(CamelContext context, Object source, ClientCredentials credentials, TokenSettings settings) {
            this.settings = settings;
            this.manager = new AccessTokenManager(
                    credentials, settings, () -> transport, CamelTokenRuntime.create(context, source));
        }

        void add(TokenLease lease) {
            leases.add(lease);
            transport = leases.get(0).transport();
        }

        boolean remove(TokenLease lease) {
            boolean removed = leases.remove(lease);
            if (removed && !leases.isEmpty()) {
                transport = leases.get(0).transport();
            }
            return removed;
        }
    }
}

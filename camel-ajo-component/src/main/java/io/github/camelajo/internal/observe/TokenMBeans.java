package io.github.camelajo.internal.observe;

import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.JMException;
import javax.management.ObjectName;

import io.github.camelajo.internal.token.AccessTokenManager;
import io.github.camelajo.internal.token.AccessTokenManagerRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ManagementAgent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers the token managers of a context in JMX, as services. */
public final class TokenMBeans implements AccessTokenManagerRegistry.Observer {

    private static final Logger LOG = LoggerFactory.getLogger(TokenMBeans.class);

    private final CamelContext context;
    private final AccessTokenManagerRegistry registry;
    private final ManagementAgent agent;
    private final Map<AccessTokenManager, ObjectName> names = new ConcurrentHashMap<>();

    private TokenMBeans(CamelContext context, AccessTokenManagerRegistry registry, ManagementAgent agent) {
        this.context = context;
        this.registry = registry;
        this.agent = agent;
    }

    /** Does nothing if JMX is disabled in the context. */
    public static void show(CamelContext context) {
        ManagementAgent agent = context.getManagementStrategy().getManagementAgent();
        if (agent != null) {
            AccessTokenManagerRegistry registry = AccessTokenManagerRegistry.of(context);
            registry.observe(new TokenMBeans(context, registry, agent));
        }
    }

    @Override
    public void opened(AccessTokenManager manager) {
        if (agent.getMBeanServer() != null) {
            register(manager);
            return;
        }
        // An endpoint inside a parallel split starts while the context initializes, before JMX is ready.
        try {
            context.addStartupListener((started, before) -> {
                if (registry.managers().contains(manager)) {
                    register(manager);
                }
            });
        } catch (Exception e) {
            LOG.warn("A token manager cannot be shown in JMX: {}", e.getMessage());
        }
    }

    private void register(AccessTokenManager manager) {
        try {
            ObjectName name = freeName(manager.snapshot().clientId());
            agent.register(new ManagedTokenManager(manager), name);
            names.put(manager, name);
        } catch (JMException e) {
            LOG.warn("A token manager cannot be shown in JMX: {}", e.getMessage());
        }
    }

    @Override
    public void closing(AccessTokenManager manager) {
        ObjectName name = names.remove(manager);
        try {
            if (name != null) {
                agent.unregister(name);
            }
        } catch (JMException e) {
            LOG.debug("A token manager cannot be taken out of JMX: {}", e.getMessage());
        }
    }

    /** One client can have several managers: for other scopes, or for another secret while it is rotated. */
    private ObjectName freeName(String clientId) throws JMException {
        ObjectName name = name(clientId);
        for (int number = 2; agent.isRegistered(name); number++) {
            name = name(clientId + ", " + number);
        }
        return name;
    }

    private ObjectName name(String what) throws JMException {
        // Camel's own name for a service, so that configured patterns and host names apply.
        ObjectName pattern = context.getManagementStrategy()
                .getManagementObjectNameStrategy()
                .getObjectNameForService(context, registry);
        Hashtable<String, String> keys = new Hashtable<>(pattern.getKeyPropertyList());
        keys.put("name", ObjectName.quote("AjoTokenManager(" + what + ")"));
        return new ObjectName(pattern.getDomain(), keys);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenMBeans mbeans && mbeans.context == context;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(context);
    }
}

package io.github.camelajo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.camelajo.internal.request.BaseUrl;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * What a component has from another one of the same context. A component with a client ID of its own takes neither credentials
 * nor addresses nor a sandbox: a secret is for its client ID, and goes to no other hosts than those it was given for.
 */
final class Inheritance {

    private final AjoComponent heir;
    // Found late: while Camel makes one component, it must not make another.
    private volatile AjoComponent found;

    Inheritance(AjoComponent heir) {
        this.heir = heir;
    }

    /** What endpoints start from. */
    AjoConfiguration configuration() {
        AjoConfiguration own = heir.getConfiguration();
        return base().map(base -> own.over(base.effective().configuration())).orElse(own);
    }

    /** Where a secret stands that may be changed while routes run. */
    AjoConfiguration secrets() {
        return takesOver() ? base().orElseThrow().effective().secrets() : heir.getConfiguration();
    }

    /** The component that is told to give what is missing. */
    String nameOfSecrets() {
        return takesOver() ? base().orElseThrow().effective().nameOfSecrets() : heir.name();
    }

    String allowedHosts() {
        String own = heir.getAllowedHosts();
        return isBlank(own) && takesOver() ? base().orElseThrow().effective().allowedHosts() : own;
    }

    /** The hosts that raw requests may go to, beside the base URL. */
    List<BaseUrl> allowedBaseUrls() {
        String hosts = allowedHosts();
        if (hosts == null) {
            return List.of();
        }
        return Arrays.stream(hosts.split(","))
                .filter(host -> !host.isBlank())
                .map(String::trim)
                .map(host -> host.contains("://") ? host : "https://" + host)
                .map(url -> BaseUrl.parse("allowedHosts", url, isInsecureHttpAllowed()))
                .toList();
    }

    boolean isInsecureHttpAllowed() {
        return heir.isAllowInsecureHttp()
                || takesOver() && base().orElseThrow().effective().isInsecureHttpAllowed();
    }

    boolean isProductionGuarded() {
        return heir.isProductionGuard()
                || base().map(base -> base.effective().isProductionGuarded()).orElse(false);
    }

    HttpComponent httpComponent() {
        HttpComponent own = heir.getHttpComponent();
        return own == null
                ? base().map(base -> base.effective().httpComponent()).orElse(null)
                : own;
    }

    SSLContextParameters sslContextParameters() {
        SSLContextParameters own = heir.ownSslContextParameters();
        return own == null
                ? base().map(base -> base.effective().sslContextParameters()).orElse(null)
                : own;
    }

    /** Whether credentials and addresses come from another component. */
    boolean takesOver() {
        return isBlank(heir.getConfiguration().getClientId()) && !isBlank(heir.getInheritFrom());
    }

    private Optional<AjoComponent> base() {
        if (isBlank(heir.getInheritFrom())) {
            return Optional.empty();
        }
        AjoComponent known = found;
        if (known == null) {
            known = find(heir.getInheritFrom().trim());
            found = known;
        }
        return Optional.of(known);
    }

    private AjoComponent find(String name) {
        CamelContext context = heir.getCamelContext();
        Component component = context.getComponent(name);
        if (!(component instanceof AjoComponent base)) {
            throw new IllegalArgumentException("inheritFrom is '" + name
                    + "', but there is no ajo component of this name. Give the name of one, for example ajo");
        }
        refuseCircle(name, base);
        return base;
    }

    /** Each component along the way is found by its name, so a circle would never end. */
    private void refuseCircle(String name, AjoComponent base) {
        AjoComponent next = base;
        for (int step = 0; next != null; step++) {
            if (next == heir || step > 20) {
                throw new IllegalArgumentException(
                        "inheritFrom is '" + name + "', which takes over from this component in turn");
            }
            String further = next.getInheritFrom();
            Component component =
                    isBlank(further) ? null : heir.getCamelContext().hasComponent(further.trim());
            next = component instanceof AjoComponent other ? other : null;
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}

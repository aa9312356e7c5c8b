package io.github.camelajo.internal.observe;

import java.util.Collection;

import io.github.camelajo.internal.call.AjoTransport;
import io.github.camelajo.internal.token.AccessTokenManager;

/** A component as the console sees it. */
public interface ConsoleSource {

    /** Where calls go by default. */
    String baseUrl();

    /** The sandbox that calls go to by default, or {@code null}. */
    String sandbox();

    String organizationId();

    /** Threads, queue and counters; {@code null} before the component has started. */
    AjoTransport transport();

    /** The token managers that the component's endpoints use now. */
    Collection<AccessTokenManager> tokens();

    /** {@code null} when calls are not kept. */
    RecentCalls recentCalls();
}

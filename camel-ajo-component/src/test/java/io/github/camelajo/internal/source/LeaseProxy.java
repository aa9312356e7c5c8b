package io.github.camelajo.internal.source;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.BiFunction;

import io.github.camelajo.internal.storage.SourceLease;

/** A lease whose calls a test counts, answers or spoils. */
final class LeaseProxy {

    /** What the test answers when the lease itself shall. */
    static final Object GO_ON = new Object();

    private LeaseProxy() {}

    /** @param before gets the name of each method and its arguments, and answers, throws, or says {@link #GO_ON} */
    @SuppressWarnings("ReferenceEquality") // asking is the point, or which object it is
    static SourceLease of(SourceLease lease, BiFunction<String, Object[], Object> before) {
        return (SourceLease) Proxy.newProxyInstance(
                LeaseProxy.class.getClassLoader(), new Class<?>[] {SourceLease.class}, (proxy, method, arguments) -> {
                    Object answer = before.apply(method.getName(), arguments);
                    if (answer != GO_ON) {
                        return answer;
                    }
                    try {
                        return method.invoke(lease, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}

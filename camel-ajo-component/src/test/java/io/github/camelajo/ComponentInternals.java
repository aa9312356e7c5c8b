package io.github.camelajo;

import io.github.camelajo.internal.call.AjoTransport;

/** Shows tests in other packages what a component has inside, so that the component itself need not make it public. */
public final class ComponentInternals {

    private ComponentInternals() {}

    public static AjoTransport transportOf(AjoComponent component) {
        return component.transport();
    }
}

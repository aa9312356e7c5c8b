package io.github.camelajo.simulator.internal.family.content;

import java.util.List;

import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Family;
import io.github.camelajo.simulator.internal.core.FamilyContext;

/** Templates and fragments. */
public final class ContentFamily implements Family {

    private final FragmentService fragments;
    private final List<ApiService> services;

    public ContentFamily(FamilyContext context) {
        fragments = new FragmentService(context);
        services = List.of(new TemplateService(context), fragments);
    }

    @Override
    public List<ApiService> services() {
        return services;
    }

    /** Lets the next publication that starts fail. */
    public void failNextPublication(String reason) {
        fragments.failNext(reason);
    }
}

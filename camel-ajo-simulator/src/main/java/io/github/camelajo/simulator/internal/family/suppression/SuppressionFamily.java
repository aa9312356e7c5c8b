package io.github.camelajo.simulator.internal.family.suppression;

import java.util.List;

import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Family;
import io.github.camelajo.simulator.internal.core.FamilyContext;

/** The suppression lists, and the uploads that fill them. */
public final class SuppressionFamily implements Family {

    private final List<ApiService> services;

    public SuppressionFamily(FamilyContext context) {
        SuppressionLists lists = new SuppressionLists(context);
        SuppressionUploadService uploads = new SuppressionUploadService(context, lists);
        services = List.of(new SuppressionService(context, lists, uploads), uploads);
    }

    @Override
    public List<ApiService> services() {
        return services;
    }
}

package io.github.camelajo.simulator.internal.family.loyalty;

import java.util.List;

import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Family;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.family.journey.LinkedJourneys;

/** The ten loyalty services and their shared state. */
public final class LoyaltyFamily implements Family {

    private final LoyaltyState state;
    private final LoyaltyProductService products;
    private final List<ApiService> services;

    /** @param journeys stores the journeys that are created from challenges */
    public LoyaltyFamily(FamilyContext context, LinkedJourneys journeys) {
        state = new LoyaltyState(context, journeys);
        products = new LoyaltyProductService(state, context.jobs());
        services = List.of(
                new LoyaltyTaskService(state),
                new LoyaltyChallengeService(state),
                new LoyaltyJourneyService(state),
                new LoyaltyConfigService(state),
                LoyaltyConfigListService.providers(state),
                LoyaltyRewardPartService.definitions(state),
                LoyaltyRewardPartService.proxies(state),
                LoyaltyRewardPartService.authTokens(state),
                LoyaltyConfigListService.events(state),
                products);
    }

    @Override
    public List<ApiService> services() {
        return services;
    }

    /** Sets whether the services behind loyalty journeys are healthy. */
    public void servicesUp(boolean up) {
        state.servicesUp(up);
    }

    /** Lets the next import of products fail. */
    public void failNextImport(String reason) {
        products.failNext(reason);
    }
}

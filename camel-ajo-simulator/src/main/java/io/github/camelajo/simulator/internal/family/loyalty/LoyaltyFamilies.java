package io.github.camelajo.simulator.internal.family.loyalty;

import java.time.InstantSource;
import java.util.List;

import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Jobs;
import io.github.camelajo.simulator.internal.core.SimulatorOptions;
import io.github.camelajo.simulator.internal.family.journey.ChallengeJourneys;

/** The ten loyalty families over their common state. */
public final class LoyaltyFamilies {

    private final LoyaltyState state;
    private final LoyaltyProductService products;
    private final List<ApiService> all;

    public LoyaltyFamilies(SimulatorOptions options, InstantSource clock, Jobs jobs, ChallengeJourneys journeys) {
        state = new LoyaltyState(options, clock, journeys);
        products = new LoyaltyProductService(state, jobs);
        all = List.of(
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

    public LoyaltyState state() {
        return state;
    }

    public LoyaltyProductService products() {
        return products;
    }

    public List<ApiService> all() {
        return all;
    }
}

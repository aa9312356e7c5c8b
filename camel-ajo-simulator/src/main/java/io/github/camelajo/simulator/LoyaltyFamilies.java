package io.github.camelajo.simulator;

import java.time.InstantSource;
import java.util.List;

/** The ten loyalty families over their common state. */
final class LoyaltyFamilies {

    private final LoyaltyState state;
    private final LoyaltyProductService products;
    private final List<ApiService> all;

    LoyaltyFamilies(SimulatorOptions options, InstantSource clock, Jobs jobs, ChallengeJourneys journeys) {
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

    LoyaltyState state() {
        return state;
    }

    LoyaltyProductService products() {
        return products;
    }

    List<ApiService> all() {
        return all;
    }
}

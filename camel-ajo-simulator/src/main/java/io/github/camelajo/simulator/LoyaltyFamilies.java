package io.github.camelajo.simulator;

import java.time.InstantSource;
import java.util.List;

/** The ten loyalty families over their common state. */
final class LoyaltyFamilies {

    private final LoyaltyState state;
    private final List<ApiService> all;

    LoyaltyFamilies(SimulatorOptions options, InstantSource clock, ChallengeJourneys journeys) {
        state = new LoyaltyState(options, clock, journeys);
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
                new LoyaltyProductService(state));
    }

    LoyaltyState state() {
        return state;
    }

    List<ApiService> all() {
        return all;
    }
}

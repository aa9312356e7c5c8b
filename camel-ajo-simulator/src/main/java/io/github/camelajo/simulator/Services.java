package io.github.camelajo.simulator;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Every API family the simulator plays. A further family is added here and nowhere else. */
final class Services {

    private final CappingService capping;
    private final ThrottlingService throttling;
    private final JourneyService journey;
    private final Jobs jobs;
    private final MessageService message;
    private final OrchestratedCampaignService orchestrated;
    private final FragmentService fragment;
    private final LoyaltyFamilies loyalty;
    private final List<ApiService> all;

    Services(SimulatorOptions options, InstantSource clock) {
        capping = new CappingService(clock);
        throttling = new ThrottlingService(clock);
        ChallengeJourneys made = new ChallengeJourneys();
        journey = new JourneyService(options, made);
        jobs = new Jobs(clock, options.services().jobStep());
        fragment = new FragmentService(clock, jobs);
        loyalty = new LoyaltyFamilies(options, clock, jobs, made);
        Campaigns campaigns = new Campaigns(options, journey, made);
        message = new MessageService(options.services(), clock, jobs, campaigns);
        orchestrated = new OrchestratedCampaignService(clock);
        SuppressionLists lists = new SuppressionLists(options.services());
        SuppressionUploadService uploads = new SuppressionUploadService(clock, jobs, lists);
        List<ApiService> families = new ArrayList<>(List.of(
                capping,
                throttling,
                journey,
                message,
                new SuppressionService(clock, jobs, lists, uploads),
                uploads,
                new DatasetService(clock, jobs),
                orchestrated,
                new CampaignService(clock, jobs, campaigns, journey),
                new SimulationService(clock, jobs, campaigns),
                new RawService(),
                new TemplateService(clock),
                fragment));
        families.addAll(loyalty.all());
        all = List.copyOf(families);
    }

    List<ApiService> all() {
        return all;
    }

    ThrottlingService throttling() {
        return throttling;
    }

    Jobs jobs() {
        return jobs;
    }

    MessageService message() {
        return message;
    }

    OrchestratedCampaignService orchestrated() {
        return orchestrated;
    }

    FragmentService fragment() {
        return fragment;
    }

    LoyaltyState loyalty() {
        return loyalty.state();
    }

    LoyaltyProductService loyaltyProduct() {
        return loyalty.products();
    }

    void reset() {
        jobs.reset();
        all.forEach(ApiService::reset);
    }
}

package io.github.camelajo.simulator;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Jobs;
import io.github.camelajo.simulator.internal.core.SimulatorOptions;
import io.github.camelajo.simulator.internal.family.campaign.CampaignService;
import io.github.camelajo.simulator.internal.family.campaign.Campaigns;
import io.github.camelajo.simulator.internal.family.certificate.CertificateService;
import io.github.camelajo.simulator.internal.family.content.FragmentService;
import io.github.camelajo.simulator.internal.family.content.TemplateService;
import io.github.camelajo.simulator.internal.family.dataset.DatasetService;
import io.github.camelajo.simulator.internal.family.event.EventService;
import io.github.camelajo.simulator.internal.family.journey.ChallengeJourneys;
import io.github.camelajo.simulator.internal.family.journey.JourneyService;
import io.github.camelajo.simulator.internal.family.limits.CappingService;
import io.github.camelajo.simulator.internal.family.limits.ThrottlingService;
import io.github.camelajo.simulator.internal.family.loyalty.LoyaltyFamilies;
import io.github.camelajo.simulator.internal.family.loyalty.LoyaltyProductService;
import io.github.camelajo.simulator.internal.family.loyalty.LoyaltyState;
import io.github.camelajo.simulator.internal.family.message.MessageService;
import io.github.camelajo.simulator.internal.family.orchestrated.OrchestratedCampaignService;
import io.github.camelajo.simulator.internal.family.pack.PackageService;
import io.github.camelajo.simulator.internal.family.query.QueryConnectionService;
import io.github.camelajo.simulator.internal.family.raw.RawService;
import io.github.camelajo.simulator.internal.family.sandbox.SandboxService;
import io.github.camelajo.simulator.internal.family.simulation.SimulationService;
import io.github.camelajo.simulator.internal.family.suppression.SuppressionLists;
import io.github.camelajo.simulator.internal.family.suppression.SuppressionService;
import io.github.camelajo.simulator.internal.family.suppression.SuppressionUploadService;

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
    private final EventService event;
    private final List<ApiService> all;

    /** @param tokens says of a token whether it is good, for hosts that look at it themselves */
    Services(SimulatorOptions options, InstantSource clock, Predicate<String> tokens) {
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
        event = new EventService(tokens);
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
                fragment,
                event,
                new SandboxService(),
                new PackageService(clock, jobs),
                new CertificateService(clock),
                new QueryConnectionService()));
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

    EventService event() {
        return event;
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

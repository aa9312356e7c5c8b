package io.github.camelajo.simulator;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Codec;
import io.github.camelajo.simulator.internal.core.Family;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Jobs;
import io.github.camelajo.simulator.internal.core.SimulatorOptions;
import io.github.camelajo.simulator.internal.family.campaign.CampaignService;
import io.github.camelajo.simulator.internal.family.campaign.Campaigns;
import io.github.camelajo.simulator.internal.family.certificate.CertificateService;
import io.github.camelajo.simulator.internal.family.content.ContentFamily;
import io.github.camelajo.simulator.internal.family.dataset.DatasetService;
import io.github.camelajo.simulator.internal.family.event.EventService;
import io.github.camelajo.simulator.internal.family.journey.JourneyService;
import io.github.camelajo.simulator.internal.family.limits.LimitsFamily;
import io.github.camelajo.simulator.internal.family.loyalty.LoyaltyFamily;
import io.github.camelajo.simulator.internal.family.message.MessageService;
import io.github.camelajo.simulator.internal.family.orchestrated.OrchestratedCampaignService;
import io.github.camelajo.simulator.internal.family.pack.PackageService;
import io.github.camelajo.simulator.internal.family.query.QueryConnectionService;
import io.github.camelajo.simulator.internal.family.raw.RawService;
import io.github.camelajo.simulator.internal.family.sandbox.SandboxService;
import io.github.camelajo.simulator.internal.family.simulation.SimulationService;
import io.github.camelajo.simulator.internal.family.suppression.SuppressionFamily;

/** Creates all families of the simulator. A new family is added here and nowhere else. */
final class Services {

    /** The number of jobs that are shown. Only their families know older ones. */
    static final int SHOWN_JOBS = 200;

    private final Jobs jobs;
    private final Codec codec;
    private final LimitsFamily limits;
    private final MessageService message;
    private final OrchestratedCampaignService orchestrated;
    private final ContentFamily content;
    private final LoyaltyFamily loyalty;
    private final EventService event;
    private final List<ApiService> all;

    /** @param tokens tells whether a token is valid, for hosts that check tokens themselves */
    Services(SimulatorOptions options, InstantSource clock, Predicate<String> tokens) {
        jobs = new Jobs(clock, options.services().jobStep());
        codec = new Codec(jobs);
        FamilyContext context = new FamilyContext(options, clock, jobs, codec);
        JourneyService journey = new JourneyService(context);
        Campaigns campaigns = new Campaigns(context, journey);
        limits = new LimitsFamily(context);
        message = new MessageService(context, campaigns);
        orchestrated = new OrchestratedCampaignService(context);
        content = new ContentFamily(context);
        loyalty = new LoyaltyFamily(context, journey.linked());
        event = new EventService(context, tokens);
        all = Stream.<Family>of(
                        limits,
                        journey,
                        message,
                        new SuppressionFamily(context),
                        new DatasetService(context),
                        orchestrated,
                        new CampaignService(context, campaigns, journey),
                        new SimulationService(context, campaigns),
                        new RawService(),
                        content,
                        loyalty,
                        event,
                        new SandboxService(context),
                        new PackageService(context),
                        new CertificateService(context),
                        new QueryConnectionService())
                .flatMap(family -> family.services().stream())
                .toList();
    }

    List<ApiService> all() {
        return all;
    }

    Codec codec() {
        return codec;
    }

    Jobs jobs() {
        return jobs;
    }

    /** Returns the last jobs of all families, in the order of their start. This does not move them. */
    List<Jobs.Shown> shownJobs() {
        List<Jobs.Shown> found = all.stream()
                .flatMap(service -> service.jobs().stream())
                .sorted(Jobs.Shown.BY_START)
                .toList();
        return found.subList(Math.max(0, found.size() - SHOWN_JOBS), found.size());
    }

    EventService event() {
        return event;
    }

    LimitsFamily limits() {
        return limits;
    }

    MessageService message() {
        return message;
    }

    OrchestratedCampaignService orchestrated() {
        return orchestrated;
    }

    ContentFamily content() {
        return content;
    }

    LoyaltyFamily loyalty() {
        return loyalty;
    }

    void reset() {
        jobs.reset();
        all.forEach(ApiService::reset);
    }
}

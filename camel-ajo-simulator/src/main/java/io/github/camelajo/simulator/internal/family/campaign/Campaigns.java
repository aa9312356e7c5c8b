package io.github.camelajo.simulator.internal.family.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.KnownFields;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.Table;
import io.github.camelajo.simulator.internal.family.journey.JourneyService;
import io.github.camelajo.simulator.internal.family.journey.LinkedJourneys;

/** All campaigns: standalone ones and those inside journeys. */
public final class Campaigns {

    private final Map<Sandbox, List<ObjectNode>> invented;
    private final JourneyService journeys;
    private final Table<ObjectNode> campaigns;

    public Campaigns(FamilyContext context, JourneyService journeys) {
        this.invented = Sandbox.ALL.stream()
                .collect(Collectors.toMap(
                        Function.identity(), sandbox -> CampaignSeed.campaigns(context.options(), sandbox)));
        this.journeys = journeys;
        campaigns = Table.inSandboxes(
                        "campaign",
                        "Campaigns by ID, as `GET /journey/campaigns/service/campaigns/{campaignId}` returns "
                                + "them; those inside journeys belong to their journey.",
                        ObjectNode.class,
                        context.codec(),
                        new Object())
                .made(new Documents(new KnownFields(
                        "campaignId",
                        CampaignSeed.FIELDS,
                        (sandbox, id) -> CampaignSeed.plain(id, context.clock().instant()))));
        reset();
    }

    private record Documents(KnownFields known) implements Table.Maker<ObjectNode> {

        @Override
        public ObjectNode make(Sandbox sandbox, String id) {
            return known.make(sandbox, id);
        }

        @Override
        public ObjectNode checked(Sandbox sandbox, String id, ObjectNode value) {
            CampaignDates.of(value);
            return known.checked(sandbox, id, value);
        }
    }

    final void reset() {
        campaigns.clear();
        invented.forEach((sandbox, all) -> all.forEach(
                campaign -> campaigns.set(sandbox, campaign.path("campaignId").asText(), campaign)));
    }

    Kept kept() {
        return campaigns;
    }

    List<ObjectNode> all(Sandbox sandbox) {
        List<ObjectNode> all = new ArrayList<>(campaigns.values(sandbox));
        all.addAll(inJourneys(sandbox));
        return all;
    }

    private List<ObjectNode> inJourneys(Sandbox sandbox) {
        List<ObjectNode> all = new ArrayList<>(LinkedJourneys.campaigns(journeys.invented(sandbox)));
        all.addAll(journeys.linked().campaigns(sandbox));
        return all;
    }

    public Optional<ObjectNode> find(Sandbox sandbox, String id) {
        return campaigns.get(sandbox, id).or(() -> inJourneys(sandbox).stream()
                .filter(campaign -> campaign.path("campaignId").asText().equals(id))
                .findFirst());
    }
}

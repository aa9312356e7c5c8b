package io.github.camelajo.simulator.internal.family.simulation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.JobFailure;
import io.github.camelajo.simulator.control.Permissions;
import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.ErrorDialect;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Jobs;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Requirement;
import io.github.camelajo.simulator.internal.core.Route;
import io.github.camelajo.simulator.internal.core.Table;
import io.github.camelajo.simulator.internal.family.campaign.CampaignContent;
import io.github.camelajo.simulator.internal.family.campaign.Campaigns;

/**
 * Proofs and previews of campaigns.
 *
 * <p>Assumptions: every test profile exists and is called Test; campaigns with any status can be simulated; recipients
 * without an address for a channel of the campaign are skipped, and a proof without any address is a 400; in-app
 * messages are rendered like push; a placeholder without a value is rendered as an empty text.</p>
 */
public final class SimulationService implements ApiService {

    private static final String BASE = "/ajo/simulations/campaigns/{campaignId}";
    private static final List<String> RUNNING = List.of("CREATED", "PROCESSING");
    private static final Pattern FIELD = Pattern.compile("\\{\\{\\s*(profile|context)\\.([A-Za-z0-9_.]+)\\s*}}");
    private static final JsonNode TEST_PROFILE =
            Json.tree(Map.of("person", Map.of("name", Map.of("firstName", "Test"))));

    private final SimulationErrors errors;
    private final Jobs jobs;
    private final Campaigns campaigns;
    private final Table<Proof> proofs;

    public SimulationService(FamilyContext context, Campaigns campaigns) {
        this.errors = new SimulationErrors(context.clock());
        this.jobs = context.jobs();
        this.campaigns = campaigns;
        proofs = Table.inSandboxes("proof", "Jobs that send proofs of a campaign.", Proof.class, context.codec(), this);
    }

    @Override
    public String name() {
        return "simulation";
    }

    @Override
    public ErrorDialect errors() {
        return errors;
    }

    @Override
    public List<Route> routes() {
        return Route.needing(
                Requirement.allOf(Permissions.SIMULATE_CONTENT),
                Route.post(BASE + "/proofs", this::createProof).body(Route.Body.REQUIRED),
                Route.get(BASE + "/proofs/{proofJobId}", this::getProof),
                Route.post(BASE + "/previews", this::createPreview).body(Route.Body.REQUIRED));
    }

    private synchronized Reply createProof(Call call) {
        ObjectNode campaign = campaign(call);
        List<SimulationRequest.Recipient> recipients = new SimulationRequest(errors, call).recipients();
        List<CampaignContent> messages = CampaignContent.of(campaign);
        boolean anybody = messages.stream().anyMatch(message -> recipients.stream()
                .anyMatch(recipient -> recipient.addresses(channel(message)) > 0));
        if (!anybody) {
            throw errors.refuse(call, 400, "No recipient has an address for a channel of the campaign");
        }
        Proof proof = new Proof(
                UUID.randomUUID().toString(),
                call.pathValue("campaignId"),
                messages,
                recipients,
                jobs.takeFailure(name()),
                jobs.start(RUNNING.size() + 1));
        proofs.set(call.sandbox(), proof.id, proof);
        return Reply.json(200, toJson(proof));
    }

    private synchronized Reply getProof(Call call) {
        campaign(call);
        Proof proof = proofs.get(call.sandbox(), call.pathValue("proofJobId")).orElse(null);
        if (proof == null || !proof.campaignId.equals(call.pathValue("campaignId"))) {
            throw errors.refuse(call, 404, "There is no proof job " + call.pathValue("proofJobId"));
        }
        return Reply.json(200, toJson(proof));
    }

    private ObjectNode toJson(Proof proof) {
        int state = proof.progress.look();
        boolean ended = state == RUNNING.size();
        ObjectNode json =
                Json.object().put("proofJobId", proof.id).put("status", ended ? proof.result() : RUNNING.get(state));
        ArrayNode items = json.putArray("proofs");
        for (CampaignContent message : proof.messages) {
            for (String variant : message.variantIds()) {
                items.add(item(proof, message, variant, ended ? null : RUNNING.get(state)));
            }
        }
        json.putObject("_links").putObject("self").put("href", "/campaign/" + proof.campaignId + "/proof/" + proof.id);
        return json;
    }

    /** @param running the state while the job runs; {@code null} afterwards */
    private ObjectNode item(Proof proof, CampaignContent message, String variant, String running) {
        String channel = channel(message);
        int targeted = proof.recipients.stream()
                .mapToInt(recipient -> recipient.addresses(channel))
                .sum();
        int submitted = running != null
                ? 0
                : proof.delivered().stream()
                        .mapToInt(recipient -> recipient.addresses(channel))
                        .sum();
        ObjectNode item = Json.object()
                .put("messageId", message.messageId())
                .put("variantId", variant)
                .put("startDate", proof.progress.startedAt().toString())
                .put("targeted", targeted)
                .put("submitted", submitted)
                .put("status", running != null ? running : submitted > 0 || targeted == 0 ? "SUBMITTED" : "FAILED");
        List<SimulationRequest.Recipient> lost = proof.recipients.stream()
                .filter(recipient -> !proof.delivered().contains(recipient))
                .toList();
        if (running == null && !lost.isEmpty()) {
            ObjectNode reasons = item.putArray("proofFailureReasons").addObject();
            lost.forEach(recipient -> reasons.withArray("profileIds").add(recipient.userId()));
            reasons.putArray("failureReasons").add(errors.error(500, proof.failure.reason()));
        }
        return item;
    }

    private Reply createPreview(Call call) {
        ObjectNode campaign = campaign(call);
        ObjectNode body = Json.object();
        ArrayNode previews = body.putArray("previews");
        for (SimulationRequest.Item item : new SimulationRequest(errors, call).items()) {
            for (CampaignContent message : CampaignContent.of(campaign)) {
                for (String variant : message.variantIds()) {
                    ObjectNode preview = previews.addObject()
                            .put("profileId", item.userId())
                            .put("variantId", variant)
                            .put("messageId", message.messageId())
                            .put("channel", channel(message));
                    preview.setAll((ObjectNode) render(message.content(variant), item));
                }
            }
        }
        return Reply.json(200, body);
    }

    private static JsonNode render(JsonNode node, SimulationRequest.Item item) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> object.set(name, render(object.get(name), item)));
            return object;
        }
        if (!node.isTextual()) {
            return node;
        }
        return Json.tree(FIELD.matcher(node.asText()).replaceAll(field -> {
            JsonNode source = "profile".equals(field.group(1))
                    ? item.profile() == null ? TEST_PROFILE : item.profile()
                    : item.context() == null ? Json.object() : item.context();
            return Matcher.quoteReplacement(
                    source.at("/" + field.group(2).replace('.', '/')).asText(""));
        }));
    }

    private static String channel(CampaignContent message) {
        String channel = message.channel().toLowerCase(Locale.ROOT);
        return "inapp".equals(channel) ? "push" : channel;
    }

    private ObjectNode campaign(Call call) {
        return campaigns
                .find(call.sandbox(), call.pathValue("campaignId"))
                .orElseThrow(() -> errors.refuse(call, 404, "There is no campaign " + call.pathValue("campaignId")));
    }

    @Override
    public synchronized void reset() {
        proofs.clear();
    }

    @Override
    public List<Jobs.Shown> jobs() {
        return proofs.pictures((sandbox, id, proof) ->
                new Jobs.Shown(name(), sandbox, id, proof.progress, proof::status, proof.failure));
    }

    @Override
    public List<Kept> holdings() {
        return List.of(proofs);
    }

    @Override
    public synchronized JsonNode state() {
        return Json.object().put("proofs", proofs.values().size());
    }

    /** A proof job. */
    private record Proof(
            String id,
            String campaignId,
            List<CampaignContent> messages,
            List<SimulationRequest.Recipient> recipients,
            Jobs.Failure failure,
            Jobs.Progress progress) {

        private String status() {
            return progress.ended() ? result() : RUNNING.get(progress.peek());
        }

        private String result() {
            if (failure == null) {
                return "SUBMITTED";
            }
            return failure.kind() == JobFailure.PARTIALLY_FAILED ? "PARTIALLY_FAILED" : "FAILED";
        }

        /** Returns who receives the proof: everybody, everybody but the first, or nobody. */
        private List<SimulationRequest.Recipient> delivered() {
            if (failure == null) {
                return recipients;
            }
            return failure.kind() == JobFailure.PARTIALLY_FAILED ? recipients.subList(1, recipients.size()) : List.of();
        }
    }
}

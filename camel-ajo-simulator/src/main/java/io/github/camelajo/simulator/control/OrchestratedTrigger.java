package io.github.camelajo.simulator.control;

import java.time.Instant;

/**
 * One successful trigger of an orchestrated campaign.
 *
 * @param orchestratedCampaignId the campaign
 * @param sandbox                the name of the sandbox
 * @param variables              the variables of the call as JSON; {@code {}} for none
 * @param at                     when it was triggered, by the simulator's clock
 */
public record OrchestratedTrigger(String orchestratedCampaignId, String sandbox, String variables, Instant at) {}

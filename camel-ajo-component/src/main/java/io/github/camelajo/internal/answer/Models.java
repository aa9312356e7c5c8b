package io.github.camelajo.internal.answer;

import java.util.Map;

import io.github.camelajo.model.AjoModel;
import io.github.camelajo.model.AudienceRequest;
import io.github.camelajo.model.CanDeploy;
import io.github.camelajo.model.CappingChange;
import io.github.camelajo.model.DatasetJob;
import io.github.camelajo.model.EndpointConfig;
import io.github.camelajo.model.EventOutcome;
import io.github.camelajo.model.EventReceipt;
import io.github.camelajo.model.Execution;
import io.github.camelajo.model.Fragment;
import io.github.camelajo.model.Journey;
import io.github.camelajo.model.MessageRequest;
import io.github.camelajo.model.PackageJob;
import io.github.camelajo.model.PackagePromotion;
import io.github.camelajo.model.PatchStep;
import io.github.camelajo.model.Preview;
import io.github.camelajo.model.PreviewRequest;
import io.github.camelajo.model.Proof;
import io.github.camelajo.model.ProofRequest;
import io.github.camelajo.model.Publication;
import io.github.camelajo.model.QueryConnection;
import io.github.camelajo.model.Sandbox;
import io.github.camelajo.model.SandboxPackage;
import io.github.camelajo.model.Schedule;
import io.github.camelajo.model.StateChange;
import io.github.camelajo.model.StateDocument;
import io.github.camelajo.model.SuppressionEntry;
import io.github.camelajo.model.SuppressionUpload;
import io.github.camelajo.model.Template;
import io.github.camelajo.model.ThrottlingChange;
import io.github.camelajo.model.ThrottlingConfig;

/** Which record stands for the body or the answer of which operation. */
public final class Models {

    private static final Map<String, Class<? extends AjoModel>> ANSWERS = Map.ofEntries(
            Map.entry("capping:list", EndpointConfig.class),
            Map.entry("capping:get", EndpointConfig.class),
            Map.entry("capping:create", CappingChange.class),
            Map.entry("capping:update", CappingChange.class),
            Map.entry("capping:canDeploy", CanDeploy.class),
            Map.entry("throttling:list", ThrottlingConfig.class),
            Map.entry("throttling:get", ThrottlingConfig.class),
            Map.entry("throttling:create", ThrottlingChange.class),
            Map.entry("throttling:update", ThrottlingChange.class),
            Map.entry("throttling:canDeploy", CanDeploy.class),
            Map.entry("journey:list", Journey.class),
            Map.entry("journey:get", Journey.class),
            Map.entry("message:triggerUnitary", Execution.class),
            Map.entry("message:triggerHighThroughput", Execution.class),
            Map.entry("message:triggerAudience", Execution.class),
            Map.entry("message:getExecution", Execution.class),
            Map.entry("message:getSchedule", Schedule.class),
            // Not add: it answers a list that the component hands out whole.
            Map.entry("suppression-address:list", SuppressionEntry.class),
            Map.entry("suppression-address:get", SuppressionEntry.class),
            Map.entry("suppression-address:add", SuppressionEntry.class),
            Map.entry("suppression-domain:list", SuppressionEntry.class),
            Map.entry("suppression-domain:get", SuppressionEntry.class),
            Map.entry("suppression-domain:add", SuppressionEntry.class),
            Map.entry("suppression-upload:create", SuppressionUpload.class),
            Map.entry("suppression-upload:list", SuppressionUpload.class),
            Map.entry("suppression-upload:get", SuppressionUpload.class),
            // Not create: the component makes its answer of headers.
            Map.entry("template:list", Template.class),
            Map.entry("template:get", Template.class),
            Map.entry("template:patch", Template.class),
            Map.entry("fragment:list", Fragment.class),
            Map.entry("fragment:get", Fragment.class),
            Map.entry("fragment:getLive", Fragment.class),
            // Has no answer of its own, but one when its end is awaited.
            Map.entry("fragment:publish", Publication.class),
            Map.entry("fragment:getPublicationStatus", Publication.class),
            Map.entry("capping:apply", StateChange.class),
            Map.entry("capping:export", StateDocument.class),
            Map.entry("throttling:apply", StateChange.class),
            Map.entry("throttling:export", StateDocument.class),
            Map.entry("template:apply", StateChange.class),
            Map.entry("template:export", StateDocument.class),
            Map.entry("fragment:apply", StateChange.class),
            Map.entry("fragment:export", StateDocument.class),
            Map.entry("suppression-address:apply", StateChange.class),
            Map.entry("suppression-address:export", StateDocument.class),
            Map.entry("suppression-domain:apply", StateChange.class),
            Map.entry("suppression-domain:export", StateDocument.class),
            Map.entry("state:apply", StateChange.class),
            Map.entry("state:export", StateDocument.class),
            Map.entry("simulation:createProof", Proof.class),
            Map.entry("simulation:getProof", Proof.class),
            Map.entry("simulation:createPreview", Preview.class),
            Map.entry("dataset:enable", DatasetJob.class),
            Map.entry("dataset:getJob", DatasetJob.class),
            Map.entry("event:send", EventReceipt.class),
            Map.entry("event:sendBatch", EventOutcome.class),
            Map.entry("sandbox:list", Sandbox.class),
            Map.entry("sandbox:listAll", Sandbox.class),
            Map.entry("sandbox:get", Sandbox.class),
            Map.entry("package:list", SandboxPackage.class),
            Map.entry("package:get", SandboxPackage.class),
            Map.entry("package:create", SandboxPackage.class),
            Map.entry("package:addArtifacts", SandboxPackage.class),
            Map.entry("package:removeArtifacts", SandboxPackage.class),
            Map.entry("package:update", SandboxPackage.class),
            Map.entry("package:makePublic", SandboxPackage.class),
            Map.entry("package:getJob", PackageJob.class),
            Map.entry("package:promote", PackagePromotion.class),
            Map.entry("query-connection:get", QueryConnection.class));

    private static final Map<String, Class<? extends AjoModel>> REQUESTS = Map.ofEntries(
            Map.entry("capping:create", EndpointConfig.class),
            Map.entry("capping:update", EndpointConfig.class),
            Map.entry("throttling:create", ThrottlingConfig.class),
            Map.entry("throttling:update", ThrottlingConfig.class),
            Map.entry("message:triggerUnitary", MessageRequest.class),
            Map.entry("message:triggerHighThroughput", MessageRequest.class),
            Map.entry("message:triggerAudience", AudienceRequest.class),
            Map.entry("suppression-address:add", SuppressionEntry.class),
            Map.entry("suppression-domain:add", SuppressionEntry.class),
            Map.entry("template:create", Template.class),
            Map.entry("template:update", Template.class),
            Map.entry("template:patch", PatchStep.class),
            Map.entry("fragment:create", Fragment.class),
            Map.entry("fragment:update", Fragment.class),
            Map.entry("fragment:patch", PatchStep.class),
            Map.entry("simulation:createProof", ProofRequest.class),
            Map.entry("simulation:createPreview", PreviewRequest.class),
            Map.entry("dataset:enable", DatasetJob.class));

    private Models() {}

    /**
     * The record for the body of an operation, for a list that of each element.
     *
     * @param  api       name of the API, such as capping
     * @param  operation name of the operation, such as create
     * @return           the record; {@code null} when there is none, so that Maps are used
     */
    public static Class<? extends AjoModel> forRequest(String api, String operation) {
        return REQUESTS.get(api + ':' + operation);
    }

    /**
     * The record for what the component hands out, that is without the envelope ({@code result}, {@code canDeploy}) that Adobe
     * puts around some answers.
     *
     * @param  api       name of the API, such as capping
     * @param  operation name of the operation, such as get
     * @return           the record, for a list that of each element; {@code null} when there is none, so that Maps are used
     */
    public static Class<? extends AjoModel> forAnswer(String api, String operation) {
        return ANSWERS.get(api + ':' + operation);
    }
}

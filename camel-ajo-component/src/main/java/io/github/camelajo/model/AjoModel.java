package io.github.camelajo.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What all typed records have in common. Camel converts each of them to and from a Map, a JsonNode and JSON text. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface AjoModel
        permits AudienceRequest,
                AudienceRequest.Audience,
                CanDeploy,
                CanDeploy.Problem,
                CanDeploy.Warning,
                CappingChange,
                ChannelData,
                ChannelData.PushInfo,
                ConfigMetadata,
                DatasetJob,
                EndpointConfig,
                EventOutcome,
                EventReceipt,
                Execution,
                Fragment,
                Journey,
                MessageRequest,
                PackageJob,
                PackageJob.Details,
                PackageJob.Task,
                PackagePromotion,
                PatchStep,
                Preview,
                Preview.Item,
                PreviewRequest,
                PreviewRequest.Item,
                Proof,
                Proof.Failure,
                Proof.Variant,
                ProofRecipient,
                ProofRecipient.Addresses,
                ProofRecipient.Token,
                ProofRequest,
                Publication,
                QueryConnection,
                Rating,
                Recipient,
                Sandbox,
                SandboxPackage,
                SandboxPackage.Artifact,
                Schedule,
                ServiceLimits,
                StateChange,
                StateDifference,
                StateDocument,
                StateReport,
                SuppressionEntry,
                SuppressionEntry.BounceEvent,
                SuppressionEntry.BounceState,
                SuppressionEntry.Entity,
                SuppressionEntry.Suppressed,
                SuppressionUpload,
                SuppressionUpload.FailedRecord,
                SuppressionUpload.Started,
                Template,
                ThrottlingChange,
                ThrottlingConfig {

    /** The fields of the JSON object without a component here, never {@code null}. They are written back as they came. */
    Map<String, Object> other();
}

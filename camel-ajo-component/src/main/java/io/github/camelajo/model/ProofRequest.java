package io.github.camelajo.model;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Body of createProof (simulation API): who gets the proofs of a campaign, which are real messages.
 *
 * @param recipients at least one test profile
 * @param other      fields that have no component here
 */
public record ProofRequest(
        @JsonProperty("recipients") List<ProofRecipient> recipients,
        @OtherFields Map<String, Object> other) implements AjoModel {

    public ProofRequest {
        recipients = Copies.of(recipients);
        other = Copies.ofOther(other);
    }

    /** Proofs for these test profiles. */
    public static ProofRequest of(ProofRecipient... recipients) {
        return of(List.of(recipients));
    }

    /** Proofs for these test profiles. */
    public static ProofRequest of(List<ProofRecipient> recipients) {
        return new ProofRequest(recipients, Map.of());
    }
}

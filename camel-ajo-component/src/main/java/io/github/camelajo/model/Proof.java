package io.github.camelajo.model;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How far the sending of proofs has got: what createProof and getProof answer (simulation API).
 *
 * @param proofJobId identifier of the job, for getProof
 * @param status     CREATED, PROCESSING, SUBMITTED, PARTIALLY_FAILED or FAILED. SUBMITTED says that the messages were handed
 *                   over, not that they have arrived
 * @param proofs     the same for each variant of the campaign
 * @param other      fields that have no component here
 */
public record Proof(
        @JsonProperty("proofJobId") String proofJobId,
        @JsonProperty("status") String status,
        @JsonProperty("proofs") List<Variant> proofs,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public Proof {
        proofs = Copies.of(proofs);
        other = Copies.ofOther(other);
    }

    /**
     * The proofs of one variant (simulation API, {@code proofs[]}).
     *
     * @param messageId           identifier of the message
     * @param variantId           identifier of the variant
     * @param startDate           when sending began
     * @param targeted            how many are to get a proof
     * @param submitted           for how many it was handed over
     * @param status              CREATED, PROCESSING, SUBMITTED or FAILED
     * @param proofFailureReasons why proofs failed
     * @param other               fields that have no component here
     */
    public record Variant(
            @JsonProperty("messageId") String messageId,
            @JsonProperty("variantId") String variantId,
            @JsonProperty("startDate") String startDate,
            @JsonProperty("targeted") Long targeted,
            @JsonProperty("submitted") Long submitted,
            @JsonProperty("status") String status,
            @JsonProperty("proofFailureReasons") List<Failure> proofFailureReasons,
            @OtherFields Map<String, Object> other)
            implements AjoModel {

        public Variant {
            proofFailureReasons = Copies.of(proofFailureReasons);
            other = Copies.ofOther(other);
        }
    }

    /**
     * Why the proofs of some profiles failed (simulation API, {@code proofFailureReasons[]}).
     *
     * @param profileIds     identifiers of the profiles
     * @param failureReasons why, as errors of the API look
     * @param other          fields that have no component here
     */
    public record Failure(
            @JsonProperty("profileIds") List<String> profileIds,
            @JsonProperty("failureReasons") List<Map<String, Object>> failureReasons,
            @OtherFields Map<String, Object> other)
            implements AjoModel {

        public Failure {
            profileIds = Copies.of(profileIds);
            failureReasons = Copies.of(failureReasons);
            other = Copies.ofOther(other);
        }
    }
}

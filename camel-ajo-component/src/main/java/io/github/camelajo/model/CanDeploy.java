package io.github.camelajo.model;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Whether a configuration can be deployed, and if not, why (capping and throttling API: answer of canDeploy, and part of the
 * answers of create and update).
 *
 * @param validationStatus ok or error
 * @param reason           one sentence about the errors
 * @param errors           what has to be mended first; {@code null} when Adobe sends none
 * @param warnings         what works, but may not be meant; {@code null} when Adobe sends none
 * @param other            fields that have no component here
 */
public record CanDeploy(
        @JsonProperty("validationStatus") String validationStatus,
        @JsonProperty("reason") String reason,
        @JsonProperty("errors") List<Problem> errors,
        @JsonProperty("warnings") List<Warning> warnings,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public CanDeploy {
        errors = Copies.of(errors);
        warnings = Copies.of(warnings);
        other = Copies.ofOther(other);
    }

    /** Whether the configuration can be deployed. Warnings do not stand in the way. */
    public boolean ok() {
        return "ok".equalsIgnoreCase(validationStatus);
    }

    /**
     * An element of {@code errors}.
     *
     * @param errorCode such as ERR_ENDPOINTCONFIG_101; a text here even if Adobe sends a number, as its spec says
     * @param error     what is wrong
     * @param other     fields that have no component here
     */
    public record Problem(
            @JsonProperty("errorCode") String errorCode,
            @JsonProperty("error") String error,
            @OtherFields Map<String, Object> other)
            implements AjoModel {

        public Problem {
            other = Copies.ofOther(other);
        }
    }

    /**
     * An element of {@code warnings}.
     *
     * @param warningCode such as ERR_ENDPOINTCONFIG_106
     * @param warning     what may not be meant
     * @param scope       where: endpointConfigService and endpointConfigUrl for capping
     * @param other       fields that have no component here
     */
    public record Warning(
            @JsonProperty("warningCode") String warningCode,
            @JsonProperty("warning") String warning,
            @JsonProperty("scope") Map<String, Object> scope,
            @OtherFields Map<String, Object> other)
            implements AjoModel {

        public Warning {
            scope = Copies.of(scope);
            other = Copies.ofOther(other);
        }
    }
}

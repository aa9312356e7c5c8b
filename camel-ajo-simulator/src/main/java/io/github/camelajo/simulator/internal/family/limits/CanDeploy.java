package io.github.camelajo.simulator.internal.family.limits;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Json;

/**
 * The result of validating a configuration: the {@code canDeploy} object of the answers. Codes are texts, as in Adobe's
 * samples.
 */
final class CanDeploy {

    private final List<Finding> errors = new ArrayList<>();
    private final List<ObjectNode> warnings = new ArrayList<>();

    void error(String code, String message) {
        errors.add(new Finding(code, message));
    }

    void warning(String code, String message, ObjectNode scope) {
        ObjectNode warning = Json.object().put("warningCode", code).put("warning", message);
        warning.set("scope", scope);
        warnings.add(warning);
    }

    boolean ok() {
        return errors.isEmpty();
    }

    /** Returns the first error. May only be called if the check is not {@link #ok()}. */
    Finding firstError() {
        return errors.get(0);
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("validationStatus", ok() ? "ok" : "error");
        if (!ok()) {
            json.put(
                    "reason",
                    errors.size() == 1
                            ? "1 error blocks the deployment"
                            : errors.size() + " errors block the deployment");
            errors.forEach(finding -> json.withArray("/errors")
                    .addObject()
                    .put("errorCode", finding.code())
                    .put("error", finding.message()));
        }
        warnings.forEach(json.withArray("/warnings")::add);
        if (warnings.isEmpty()) {
            json.remove("warnings");
        }
        return json;
    }

    /** A validation code and its text. */
    record Finding(String code, String message) {}
}

package io.github.camelajo.simulator.internal.family.pack;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.internal.core.ErrorBodies;
import io.github.camelajo.simulator.internal.core.Refusal;

/** Refusals of packages: wrong bodies, and calls that the state does not allow. */
final class PackageErrors {

    private PackageErrors() {}

    /** Returns the text of a required field. */
    static String text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw bad(field + " is missing");
        }
        return value.asText();
    }

    static Refusal bad(String detail) {
        return new Refusal(ErrorBodies.platform(400, "Bad request", detail));
    }

    static Refusal conflict(String detail) {
        return new Refusal(ErrorBodies.platform(409, "Conflict", detail));
    }
}

package io.github.camelajo.simulator.internal.family.journey;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** The names of the journey fields that can be filtered, sorted and selected, and how their values compare. */
final class JourneyFields {

    /** The fields at the root of a journey in Adobe's schema. */
    static final Set<String> ROOT = Set.of(
            "id",
            "name",
            "description",
            "version",
            "type",
            "status",
            "imsOrgId",
            "sandboxName",
            "metadata",
            "timeouts",
            "priority",
            "schedule",
            "reentrance",
            "labels",
            "metrics",
            "ruleset",
            "profileMergePolicyId",
            "startNodeId",
            "nodes");

    private static final Set<String> NAMES = names();

    private JourneyFields() {}

    private static Set<String> names() {
        Set<String> names = new HashSet<>(ROOT);
        names.addAll(Set.of(
                "timeouts.actionExecution",
                "timeouts.entityEnrichment",
                "reentrance.policy",
                "reentrance.durationInSecs",
                "ruleset.id",
                "ruleset.name",
                "schedule.startDate",
                "schedule.endDate",
                "schedule.type"));
        for (String event : Set.of("created", "lastModified", "lastDeployed", "firstDeployed")) {
            for (String detail : Set.of("By", "ById", "At")) {
                names.add("metadata." + event + detail);
            }
        }
        return Set.copyOf(names);
    }

    static boolean exists(String name) {
        return NAMES.contains(name);
    }

    /** Returns the value of a dotted name; a missing node if there is none. */
    static JsonNode value(JsonNode journey, String name) {
        JsonNode value = journey;
        for (String part : name.split("\\.")) {
            value = value.path(part);
        }
        return value;
    }

    /** Sorts by a field: numbers by size, texts case-insensitively. Journeys without the field come last. */
    static Comparator<JsonNode> ordering(String name) {
        return (left, right) -> {
            JsonNode first = value(left, name);
            JsonNode second = value(right, name);
            if (first.isMissingNode() || second.isMissingNode()) {
                return Boolean.compare(first.isMissingNode(), second.isMissingNode());
            }
            return compare(first, second.asText());
        };
    }

    /** Compares as numbers or as points in time if both values are such, and otherwise as texts, case-insensitively. */
    static int compare(JsonNode value, String text) {
        if (value.isNumber()) {
            BigDecimal number = number(text);
            if (number != null) {
                return value.decimalValue().compareTo(number);
            }
        }
        Instant left = instant(value.asText());
        Instant right = left == null ? null : instant(text);
        return right != null ? left.compareTo(right) : value.asText().compareToIgnoreCase(text);
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Reads a point in time, or the first moment (UTC) of a day. */
    private static Instant instant(String text) {
        if (text.length() < 10 || text.charAt(4) != '-') {
            return null;
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}

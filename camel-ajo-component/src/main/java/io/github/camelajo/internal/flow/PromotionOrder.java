package io.github.camelajo.internal.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.github.camelajo.internal.operation.RequestBody;

/**
 * What a route wants to have copied to another sandbox.
 *
 * @param name         name of the package
 * @param description  description of a new package, {@code null} for none
 * @param target       sandbox that the objects go to
 * @param conflicts    what is done about an object that the target has already: {@code fail}, {@code reuse} or {@code create}
 * @param artifacts    the objects, by their identifiers
 * @param alternatives objects of the target to use, by the identifier of the object that each stands for
 */
record PromotionOrder(
        String name,
        Object description,
        String target,
        String conflicts,
        Map<String, Map<String, Object>> artifacts,
        Map<String, Object> alternatives) {

    private static final String FAIL = "fail";
    private static final String REUSE = "reuse";
    private static final Set<String> POLICIES =
            Collections.unmodifiableSet(new LinkedHashSet<>(List.of(FAIL, REUSE, "create")));

    /**
     * What to do about objects that are alike.
     *
     * @param reused what stands for an object, by its identifier
     * @param open   objects that nobody has decided on
     */
    record Decision(Map<String, Object> reused, List<String> open) {}

    /**
     * Reads the body of a call.
     *
     * @param  fields                   gives a field of it, {@code null} if it is missing
     * @throws IllegalArgumentException saying what is wrong
     */
    static PromotionOrder read(RequestBody body, Function<String, Object> fields) {
        Map<String, Object> required = new LinkedHashMap<>();
        for (String field : List.of("name", "targetSandbox", "artifacts")) {
            required.put(field, fields.apply(field));
        }
        String complaint = body.complaint(required);
        if (complaint != null) {
            throw new IllegalArgumentException(complaint);
        }
        Object given = fields.apply("conflicts");
        String conflicts = given == null ? FAIL : given.toString();
        if (!POLICIES.contains(conflicts)) {
            throw new IllegalArgumentException(
                    "conflicts is '" + conflicts + "', allowed: " + String.join(", ", POLICIES));
        }
        Map<String, Map<String, Object>> artifacts = new LinkedHashMap<>();
        for (Object item : (Collection<?>) required.get("artifacts")) {
            Map<String, Object> artifact = AnswerFields.map(item);
            artifacts.put(artifact.get("id").toString(), artifact);
        }
        return new PromotionOrder(
                required.get("name").toString(),
                fields.apply("description"),
                required.get("targetSandbox").toString(),
                conflicts,
                artifacts,
                AnswerFields.map(fields.apply("alternatives")));
    }

    /** The body that creates the package. */
    Map<String, Object> newPackage() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", name);
        body.put("packageType", "PARTIAL");
        if (description != null) {
            body.put("description", description);
        }
        body.put("artifacts", List.copyOf(artifacts.values()));
        return body;
    }

    /** The objects that a package lacks. */
    List<Map<String, Object>> missing(Map<String, Object> found) {
        Map<String, Map<String, Object>> missing = new LinkedHashMap<>(artifacts);
        AnswerFields.maps(found, "artifactsList").forEach(there -> missing.remove(String.valueOf(there.get("id"))));
        return List.copyOf(missing.values());
    }

    /**
     * Decides on objects that the target seems to have already.
     *
     * @param alike as Adobe lists them
     */
    Decision decide(List<Map<String, Object>> alike) {
        Map<String, Object> reused = new LinkedHashMap<>();
        List<String> open = new ArrayList<>();
        for (Map<String, Object> conflict : alike) {
            Map<String, Object> artifact = AnswerFields.map(conflict.get("artifact"));
            String id = String.valueOf(artifact.get("id"));
            List<Map<String, Object>> suggestions = AnswerFields.maps(conflict, "suggestionList");
            if (alternatives.containsKey(id) || suggestions.isEmpty()) {
                continue;
            }
            if (conflicts.equals(REUSE)) {
                Map<String, Object> best = suggestions.get(0);
                Object type = best.get("type") == null ? artifact.get("type") : best.get("type");
                reused.put(id, Map.of("id", String.valueOf(best.get("id")), "type", String.valueOf(type)));
            } else if (conflicts.equals(FAIL)) {
                open.add(artifact.get("type") + " " + id);
            }
        }
        return new Decision(reused, open);
    }
}

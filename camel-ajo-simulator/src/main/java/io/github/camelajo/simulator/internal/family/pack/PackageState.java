package io.github.camelajo.simulator.internal.family.pack;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Jobs;
import io.github.camelajo.simulator.internal.core.Json;

/** One package. Guarded by the service. */
final class PackageState {

    /** How long a package is kept after its last change or publication. */
    static final Duration LIFE = Duration.ofDays(90);

    final String id;
    final String type;
    final String source;
    final Instant created;
    final Map<String, Artifact> artifacts = new LinkedHashMap<>();
    String name;
    String description = "";
    Instant modified;
    Instant published;
    Instant expires;
    Jobs.Progress publication;
    /** The job that publishes it; {@code null} for a draft, and for a package that exists from the start. */
    String publicationJob;

    boolean publicationFailed;
    boolean isPublic;
    int version;

    @JsonCreator
    PackageState(
            @JsonProperty("id") String id,
            @JsonProperty("name") String name,
            @JsonProperty("type") String type,
            @JsonProperty("source") String source,
            @JsonProperty("created") Instant created) {
        this.id = id;
        this.name = name;
        this.type = type;
        this.source = source;
        this.created = created;
        this.modified = created;
        this.expires = created.plus(LIFE);
    }

    /** Returns the status. A look at it moves the job that publishes the package. */
    String status() {
        return status(publication == null ? 0 : publication.look());
    }

    String peekStatus() {
        return status(publication == null ? 0 : publication.peek());
    }

    private String status(int ignoredLook) {
        if (publication == null) {
            return "DRAFT";
        }
        if (!publication.ended()) {
            return "PUBLISH_IN_PROGRESS";
        }
        return publicationFailed ? "PUBLISH_FAILED" : "PUBLISHED";
    }

    ObjectNode toJson(String organization) {
        ObjectNode json = Json.object()
                .put("id", id)
                .put("version", version)
                .put("createdDate", created.toEpochMilli())
                .put("modifiedDate", modified.toEpochMilli())
                .put("createdBy", "simulator@example.com")
                .put("modifiedBy", "simulator@example.com")
                .put("name", name)
                .put("description", description)
                .put("imsOrgId", organization)
                .put("packageType", type)
                .put("expiry", expires.toEpochMilli())
                .put("status", status())
                .put("packageVisibility", isPublic ? "public" : "private");
        if (published != null) {
            json.put("publishDate", published.toEpochMilli());
        }
        json.putObject("sourceSandbox").put("name", source).put("imsOrgId", organization);
        ArrayNode list = json.putArray("artifactsList");
        artifacts.values().forEach(artifact -> list.add(artifact.toJson()));
        return json;
    }
}

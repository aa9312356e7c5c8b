package io.github.camelajo.simulator.internal.family.limits;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Json;

/** Who created, changed and deployed something, and when: the {@code metadata} object of an element. */
record Audit(String client, Instant createdAt, Instant modifiedAt, Instant deployedAt) {

    private static final String USER = "Simulated technical account";

    static Audit created(String client, Instant at) {
        return new Audit(client, at, at, null);
    }

    Audit modified(Instant at) {
        return new Audit(client, createdAt, at, deployedAt);
    }

    Audit deployed(Instant at) {
        return new Audit(client, createdAt, modifiedAt, at);
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object();
        put(json, "created", createdAt);
        put(json, "lastModified", modifiedAt);
        if (deployedAt != null) {
            put(json, "lastDeployed", deployedAt);
        }
        return json;
    }

    private void put(ObjectNode json, String prefix, Instant at) {
        json.put(prefix + "By", USER).put(prefix + "ById", client).put(prefix + "At", at.toString());
    }
}

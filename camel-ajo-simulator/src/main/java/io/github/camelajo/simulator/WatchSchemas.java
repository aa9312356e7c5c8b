package io.github.camelajo.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON schemas of the answers in {@link WatchCalls}. */
final class WatchSchemas {

    private static final String CALL_FIELDS = """
            "cursor": {"type": "string", "description": "Identifies the call, such as 0a1b2c3d-17"},
            "at": {"type": "string", "format": "date-time", "description": "Time of arrival, by the simulator's clock"},
            "api": {"type": "string", "description": "As the component names it; login, or raw for an unknown address"},
            "operation": {"type": "string"},
            "method": {"type": "string"},
            "path": {"type": "string"},
            "query": {"type": "string", "description": "With secrets masked"},
            "status": {"type": "integer", "description": "0 if the connection was broken"},
            "durationMilliseconds": {"type": "number"},
            "sandbox": {"type": "string"},
            "sandboxNamed": {"type": "boolean", "description": "Whether the call named the sandbox"},
            "requestId": {"type": "string", "description": "The x-request-id of the answer"},
            "fault": {"type": "boolean", "description": "True if an injected fault gave the answer"},
            "refusedBy": {"type": "string",
                          "enum": ["fault", "login", "address", "gateway", "sandbox", "permission", "service"]},
            "why": {"type": "string", "description": "Why the call was refused"}""";

    private static final String CALL_REQUIRED =
            "[\"cursor\", \"at\", \"api\", \"operation\", \"method\", \"path\", \"query\", \"status\", \"durationMilliseconds\"]";

    private static final String MESSAGE = """
            {"type": "object", "required": ["headers", "bytes", "cut", "body"], "additionalProperties": false,
             "properties": {
               "headers": {"type": "array", "items": {
                 "type": "object", "required": ["name", "value"], "additionalProperties": false,
                 "properties": {"name": {"type": "string"}, "value": {"type": "string"}}}},
               "bytes": {"type": "integer", "description": "The size of the body"},
               "cut": {"type": "boolean", "description": "Whether only the first 16 KB of the body are kept"},
               "body": {"type": "string", "description": "With secrets masked"}}}""";

    private static final String BY_LANE = """
            {"type": "object", "required": ["api", "token"], "additionalProperties": false,
             "properties": {"api": {"type": "integer"}, "token": {"type": "integer"}}}""";

    private static final String TOKEN_NUMBERS = """
            {"type": "object", "required": ["issued", "valid"], "additionalProperties": false,
             "properties": {"issued": {"type": "integer"}, "valid": {"type": "integer"}}}""";

    private WatchSchemas() {}

    static ObjectNode calls() {
        return AdminSchemas.schema("""
                {"type": "object", "required": ["run", "next", "restarted", "missed", "more", "total", "failed", "calls"],
                 "additionalProperties": false,
                 "properties": {
                   "run": {"type": "string", "description": "Changes with each start and reset"},
                   "next": {"type": "string", "description": "The cursor for the next request"},
                   "restarted": {"type": "boolean", "description": "Whether the cursor is older than the last start or reset"},
                   "missed": {"type": "integer", "description": "Calls after the cursor that are no longer kept"},
                   "more": {"type": "boolean", "description": "Whether there are more calls"},
                   "total": {"type": "integer", "description": "Calls since the start or the last reset"},
                   "failed": {"type": "integer", "description": "How many of these were refused or broken"},
                   "calls": {"type": "array", "items": {
                     "type": "object", "required": %s, "additionalProperties": false, "properties": {%s}}}}}""".formatted(CALL_REQUIRED, CALL_FIELDS));
    }

    static ObjectNode call() {
        return AdminSchemas.schema("""
                {"type": "object", "required": %s, "additionalProperties": false,
                 "properties": {%s,
                   "request": %s,
                   "answer": %s,
                   "route": {"type": "object", "required": ["java", "yaml"], "additionalProperties": false,
                             "description": "A Camel route that makes the same call",
                             "properties": {"java": {"type": "string"}, "yaml": {"type": "string"}}}}}""".formatted(CALL_REQUIRED, CALL_FIELDS, MESSAGE, MESSAGE));
    }

    static ObjectNode overview() {
        return AdminSchemas.schema("""
                {"type": "object",
                 "required": ["startedAt", "clock", "clockAheadSeconds", "jobStepMilliseconds", "sandboxes",
                              "latencyMilliseconds", "faults", "tokens", "jobs", "missingPermissions"],
                 "additionalProperties": false,
                 "properties": {
                   "startedAt": {"type": "string", "format": "date-time", "description": "By the machine's clock"},
                   "clock": {"type": "string", "format": "date-time"},
                   "clockAheadSeconds": {"type": "integer"},
                   "jobStepMilliseconds": {"type": "integer"},
                   "sandboxes": {"type": "array", "items": {"type": "string"}},
                   "latencyMilliseconds": %s,
                   "faults": %s,
                   "tokens": %s,
                   "jobs": {"type": "object", "required": ["shown", "running"], "additionalProperties": false,
                            "properties": {"shown": {"type": "integer"}, "running": {"type": "integer"}}},
                   "missingPermissions": {"type": "array", "items": {"type": "string"}}}}""".formatted(BY_LANE, BY_LANE, TOKEN_NUMBERS));
    }

    static ObjectNode tokens() {
        return list("tokens", """
                {"type": "object", "required": ["fingerprint", "clientId", "issuedAt", "expiresAt", "valid", "scopes"],
                 "additionalProperties": false,
                 "properties": {
                   "fingerprint": {"type": "string", "description": "The beginning of the SHA-256 of the token, in hex"},
                   "clientId": {"type": "string"},
                   "issuedAt": {"type": "string", "format": "date-time"},
                   "expiresAt": {"type": "string", "format": "date-time"},
                   "valid": {"type": "boolean"},
                   "scopes": {"type": "array", "items": {"type": "string"}}}}""");
    }

    static ObjectNode jobs() {
        return list("jobs", """
                {"type": "object",
                 "required": ["api", "id", "sandbox", "state", "step", "steps", "ended", "startedAt", "since"],
                 "additionalProperties": false,
                 "properties": {
                   "api": {"type": "string"},
                   "id": {"type": "string"},
                   "sandbox": {"type": "string"},
                   "state": {"type": "string", "description": "As the API names it"},
                   "step": {"type": "integer", "description": "The number of the state, from 1 to steps"},
                   "steps": {"type": "integer"},
                   "ended": {"type": "boolean"},
                   "startedAt": {"type": "string", "format": "date-time"},
                   "since": {"type": "string", "format": "date-time", "description": "When it reached its state"},
                   "failure": {"type": "string", "description": "How it fails, if a test has asked for that"},
                   "reason": {"type": "string"}}}""");
    }

    static ObjectNode faults() {
        return list("faults", """
                {"type": "object", "required": ["id", "calls", "left", "count", "ownBody"], "additionalProperties": false,
                 "properties": {
                   "id": {"type": "string", "description": "For remove-fault, such as api-1"},
                   "calls": {"type": "string", "enum": ["api", "token"]},
                   "left": {"type": "integer", "description": "How many calls it still applies to"},
                   "count": {"type": "integer"},
                   "status": {"type": "integer"},
                   "connection": {"type": "string", "enum": ["reset", "empty", "malformed"]},
                   "pathPrefix": {"type": "string"},
                   "delayMilliseconds": {"type": "integer"},
                   "ownBody": {"type": "boolean", "description": "Whether it was set with a body"}}}""");
    }

    private static ObjectNode list(String name, String item) {
        return AdminSchemas.schema("""
                {"type": "object", "required": ["%1$s"], "additionalProperties": false,
                 "properties": {"%1$s": {"type": "array", "items": %2$s}}}""".formatted(name, item));
    }

    static ObjectNode state() {
        return AdminSchemas.schema("""
                {"type": "object",
                 "required": ["clock", "organizationId", "jobStepMilliseconds", "tokens", "missingPermissions", "requests",
                              "faults", "latencyMilliseconds", "services"],
                 "additionalProperties": false,
                 "properties": {
                   "clock": {"type": "string", "format": "date-time"},
                   "organizationId": {"type": "string"},
                   "jobStepMilliseconds": {"type": "integer"},
                   "tokens": %s,
                   "missingPermissions": {"type": "array", "items": {"type": "string"}},
                   "requests": {"type": "object", "required": ["api", "token", "withoutSandbox"], "additionalProperties": false,
                                "properties": {"api": {"type": "integer"}, "token": {"type": "integer"},
                                               "withoutSandbox": {"type": "integer"}}},
                   "faults": %s,
                   "latencyMilliseconds": %s,
                   "services": {"type": "object", "description": "A summary of the data of each service, by its name"}}}""".formatted(TOKEN_NUMBERS, BY_LANE, BY_LANE));
    }
}

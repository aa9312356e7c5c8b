package io.github.camelajo.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.AdminField;
import io.github.camelajo.simulator.internal.core.DataKind;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Sandbox;

/** Admin calls for the data of all families: the kinds of data and their entries. */
final class DataCalls {

    private static final int USUAL_LIMIT = 100;
    private static final AdminField SANDBOX =
            AdminField.text("sandbox", "name of the sandbox, default `prod`; not for kinds of the organization");
    private static final String ENTRY = """
            {"type": "object", "required": ["id", "value"], "additionalProperties": false,
             "properties": {"id": {"type": "string"}, "value": {"type": "object"}}}""";

    private final Map<String, DataKind> kinds = new LinkedHashMap<>();

    DataCalls(Services services) {
        services.all().stream()
                .flatMap(service -> service.holdings().stream())
                .filter(DataKind.class::isInstance)
                .map(DataKind.class::cast)
                .forEach(kind -> {
                    if (kinds.put(kind.name(), kind) != null) {
                        throw new IllegalStateException("Two kinds of data have the name " + kind.name());
                    }
                });
    }

    List<AdminCall> all() {
        return List.of(
                AdminCall.get(
                        "data",
                        "The kinds of data in the simulator, and the number of their entries.",
                        AdminSchemas.schema("""
                                {"type": "object", "required": ["kinds"], "additionalProperties": false,
                                 "properties": {"kinds": {"type": "array", "items": {
                                   "type": "object", "required": ["kind", "about", "writable", "count"],
                                   "additionalProperties": false,
                                   "properties": {
                                     "kind": {"type": "string"},
                                     "about": {"type": "string"},
                                     "writable": {"type": "boolean", "description": "Whether single entries can be put and deleted"},
                                     "count": {"type": "object", "additionalProperties": {"type": "integer"},
                                               "description": "By sandbox, or for the organization"}}}}}}"""),
                        given -> Reply.json(200, kinds())),
                AdminCall.get(
                                "data/{kind}",
                                "The entries of one kind, in the order of their creation.",
                                AdminSchemas.schema("""
                                        {"type": "object", "required": ["kind", "total", "entries"], "additionalProperties": false,
                                         "properties": {
                                           "kind": {"type": "string"},
                                           "sandbox": {"type": "string"},
                                           "total": {"type": "integer"},
                                           "entries": {"type": "array", "items": %s}}}""".formatted(ENTRY)),
                                this::list)
                        .parameters(
                                SANDBOX,
                                AdminField.number("skip", "the number of entries to skip at the beginning"),
                                AdminField.number("limit", "the maximum number of entries, default " + USUAL_LIMIT)),
                AdminCall.get("data/{kind}/{id}", "One entry.", AdminSchemas.schema(ENTRY), this::get)
                        .parameters(SANDBOX),
                AdminCall.of(
                                "PUT",
                                "data/{kind}/{id}",
                                "Creates or replaces an entry. Fields that the body leaves out get a default.",
                                AdminSchemas.schema(ENTRY),
                                this::put)
                        .parameters(SANDBOX)
                        .body(new AdminCall.Body(null))
                        .answers(Map.of(200, AdminSchemas.schema(ENTRY), 201, AdminSchemas.schema(ENTRY))),
                AdminCall.of("DELETE", "data/{kind}/{id}", "Removes an entry.", AdminSchemas.done(), this::delete)
                        .parameters(SANDBOX),
                AdminCall.of(
                                "DELETE",
                                "data/{kind}",
                                "Removes all entries of one kind.",
                                AdminSchemas.done(),
                                this::deleteAll)
                        .parameters(SANDBOX));
    }

    Map<String, DataKind> byName() {
        return kinds;
    }

    private JsonNode kinds() {
        ObjectNode body = Json.object();
        ArrayNode all = body.putArray("kinds");
        kinds.values().forEach(kind -> {
            ObjectNode count = all.addObject()
                    .put("kind", kind.name())
                    .put("about", kind.about())
                    .put("writable", kind.writable())
                    .putObject("count");
            if (kind.inSandboxes()) {
                Sandbox.ALL.forEach(sandbox -> count.put(sandbox.name(), kind.count(sandbox)));
            } else {
                count.put("organization", kind.count(null));
            }
        });
        return body;
    }

    private DataKind kind(AdminCall.Given given) {
        String name = given.path().get("kind");
        DataKind kind = kinds.get(name);
        if (kind == null) {
            throw new AdminCall.Refused(404, "There is no kind of data '" + name + "', only " + kinds.keySet());
        }
        return kind;
    }

    private static Sandbox sandbox(DataKind kind, AdminCall.Given given) {
        String name = given.parameter("sandbox").orElse(null);
        if (!kind.inSandboxes()) {
            if (name != null) {
                throw new IllegalArgumentException(
                        "Kind '" + kind.name() + "' belongs to the organization: leave out the parameter 'sandbox'");
            }
            return null;
        }
        return name == null
                ? Sandbox.PRODUCTION
                : Sandbox.named(name)
                        .orElseThrow(() -> new IllegalArgumentException("There is no sandbox '" + name + "', only "
                                + Sandbox.ALL.stream().map(Sandbox::name).toList()));
    }

    private static DataKind writable(DataKind kind) {
        if (!kind.writable()) {
            throw new AdminCall.Refused(
                    405, "Entries of kind '" + kind.name() + "' can be read, or deleted all together, but not changed");
        }
        return kind;
    }

    private Reply list(AdminCall.Given given) {
        DataKind kind = kind(given);
        Sandbox sandbox = sandbox(kind, given);
        ObjectNode body = Json.object().put("kind", kind.name());
        if (sandbox != null) {
            body.put("sandbox", sandbox.name());
        }
        body.put("total", kind.count(sandbox));
        ArrayNode entries = body.putArray("entries");
        kind.entries(sandbox, given.number("skip", 0), given.number("limit", USUAL_LIMIT))
                .forEach(entry -> entries.addObject().put("id", entry.id()).set("value", entry.value()));
        return Reply.json(200, body);
    }

    private Reply get(AdminCall.Given given) {
        DataKind kind = kind(given);
        return entry(200, kind, sandbox(kind, given), given.path().get("id"));
    }

    private static Reply entry(int status, DataKind kind, Sandbox sandbox, String id) {
        JsonNode value = kind.find(sandbox, id).orElseThrow(() -> missing(kind, id));
        return Reply.json(status, Json.object().put("id", id).set("value", value));
    }

    private static AdminCall.Refused missing(DataKind kind, String id) {
        return new AdminCall.Refused(404, "There is no " + kind.name() + " '" + id + "'");
    }

    private Reply put(AdminCall.Given given) {
        DataKind kind = writable(kind(given));
        Sandbox sandbox = sandbox(kind, given);
        String id = given.path().get("id");
        boolean isNew = kind.put(sandbox, id, given.body());
        return entry(isNew ? 201 : 200, kind, sandbox, id);
    }

    private Reply delete(AdminCall.Given given) {
        DataKind kind = writable(kind(given));
        String id = given.path().get("id");
        if (!kind.remove(sandbox(kind, given), id)) {
            throw missing(kind, id);
        }
        return AdminSchemas.done("data/" + kind.name());
    }

    private Reply deleteAll(AdminCall.Given given) {
        DataKind kind = kind(given);
        kind.removeAll(sandbox(kind, given));
        return AdminSchemas.done("data/" + kind.name());
    }
}

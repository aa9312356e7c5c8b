package io.github.camelajo.simulator.internal.family.limits;

import java.time.InstantSource;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.Permissions;
import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Requirement;
import io.github.camelajo.simulator.internal.core.Route;
import io.github.camelajo.simulator.internal.core.Sandbox;

/** The common part of capping and throttling: paths, permission and the form of answers. One call at a time. */
abstract class LimitService implements ApiService {

    static final String ROOT = "/journey/orchestration/";

    final VoyagerErrors errors;
    final InstantSource clock;
    private final String resource;

    /** @param resource the name of the configurations in paths */
    LimitService(String resource, VoyagerErrors errors, InstantSource clock) {
        this.resource = resource;
        this.errors = errors;
        this.clock = clock;
    }

    /** Returns the configurations that a sandbox shows. */
    abstract List<ObjectNode> list(Sandbox sandbox);

    abstract Reply create(Call call);

    /** Returns the configuration that a path names, as answers show it. */
    abstract ObjectNode get(Call call);

    abstract Reply update(Call call);

    abstract Reply delete(Call call);

    /** Returns what prevents the deployment of the configuration that a path names. */
    abstract CanDeploy check(Call call);

    abstract Reply deploy(Call call);

    abstract Reply undeploy(Call call);

    @Override
    public final VoyagerErrors errors() {
        return errors;
    }

    @Override
    public final List<Route> routes() {
        String all = ROOT + resource;
        String one = all + "/{uid}";
        return Route.needing(
                Requirement.allOf(Permissions.MANAGE_JOURNEY_SETTINGS),
                Route.post(ROOT + "list/" + resource, locked(this::list)).body(Route.Body.OPTIONAL),
                Route.post(all, locked(this::create)).body(Route.Body.REQUIRED),
                Route.get(one, locked(call -> ok(Json.object().set("result", get(call))))),
                Route.put(one, locked(this::update)).body(Route.Body.REQUIRED),
                Route.delete(one, locked(this::delete)).query("forceDelete"),
                Route.get(
                        one + "/canDeploy",
                        locked(call ->
                                ok(Json.object().set("canDeploy", check(call).toJson())))),
                Route.post(one + "/deploy", locked(this::deploy)),
                Route.post(one + "/undeploy", locked(this::undeploy)));
    }

    private Route.Handler locked(Route.Handler handler) {
        return call -> {
            synchronized (this) {
                return handler.handle(call);
            }
        };
    }

    private Reply list(Call call) {
        if (call.request().body().length > 0) {
            call.json();
        }
        ArrayNode results = Json.array().addAll(list(call.sandbox()));
        return ok(Json.object().set("results", results));
    }

    /** Ends a call with the first error of a check, if there is one. */
    final void requireDeployable(Call call, CanDeploy check) {
        if (!check.ok()) {
            CanDeploy.Finding first = check.firstError();
            throw new Refusal(errors.named(call, 500, first.code(), first.message()));
        }
    }

    /** Returns the answer to create and update. */
    final Reply written(String verb, String uid, ObjectNode element, CanDeploy check) {
        ObjectNode body = Json.object();
        body.set(verb + "Element", element);
        body.put("uid", uid)
                .put("uri", "/voyager/apis/" + resource + "/" + uid)
                .put("resStatus", verb)
                .set("canDeploy", check.toJson());
        return ok(body);
    }

    /** Returns the fields of a body that a configuration stores. */
    static ObjectNode known(JsonNode body, List<String> fields) {
        ObjectNode definition = Json.object();
        fields.stream().filter(body::hasNonNull).forEach(field -> definition.set(field, body.get(field)));
        return definition;
    }

    static Reply ok(JsonNode body) {
        return Reply.json(200, body).withContentType(Reply.JSON_UTF8);
    }
}

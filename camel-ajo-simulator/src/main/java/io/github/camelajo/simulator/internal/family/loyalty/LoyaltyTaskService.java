package io.github.camelajo.simulator.internal.family.loyalty;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Route;

/**
 * Loyalty tasks.
 *
 * <p>Assumptions: {@code taskId} is the id of the resource; a task can be deleted although a challenge refers to
 * it.</p>
 */
final class LoyaltyTaskService extends LoyaltyService {

    private static final String BASE = METADATA + "/tasks";
    private static final String ONE = BASE + "/{taskId}";
    private static final Set<String> OWN = Set.of("taskId");

    LoyaltyTaskService(LoyaltyState state) {
        super("loyalty-task", state);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(BASE, locked(this::list))
                        .query("limit", "start", "orderby", "property")
                        .needs(VIEW),
                Route.post(BASE, locked(this::create)).body(Route.Body.REQUIRED).needs(EDIT),
                Route.get(ONE, locked(call -> Reply.json(200, find(call)))).needs(VIEW),
                Route.put(ONE, locked(this::update)).body(Route.Body.REQUIRED).needs(EDIT),
                Route.of("PATCH", ONE, locked(this::patch))
                        .body(Route.Body.REQUIRED)
                        .needs(EDIT),
                Route.delete(ONE, locked(this::delete)).needs(MANAGE));
    }

    private Reply list(Call call) {
        return Reply.json(
                200,
                LoyaltyPage.of(
                                call,
                                state.tenant(call).tasks().values(),
                                SCHEMA.fields("Task"),
                                "-creationDate",
                                Integer.MAX_VALUE)
                        .toJson("tasks"));
    }

    private Reply create(Call call) {
        ObjectNode task = body(call, "Task");
        checkDates(call, task);
        stampNew(call, task);
        task.put("taskId", task.path("get_id").asText());
        if (!task.has("taskType")) {
            task.put("taskType", "purchase");
        }
        state.tenant(call).tasks().put(task.path("get_id").asText(), task);
        return created("/loyalty/metadata/tasks", task);
    }

    private Reply update(Call call) {
        ObjectNode found = find(call);
        ObjectNode body = body(call, "Task");
        checkDates(call, body);
        replace(call, found, body, OWN);
        return Reply.empty(200);
    }

    private Reply patch(Call call) {
        ObjectNode found = find(call);
        ObjectNode changed = found.deepCopy();
        merge(call, changed, patch(call, "Task"), OWN);
        checkDates(call, changed);
        state.tenant(call).tasks().put(found.path("get_id").asText(), changed);
        return Reply.empty(200);
    }

    private Reply delete(Call call) {
        find(call);
        state.tenant(call).tasks().remove(call.pathValue("taskId"));
        return Reply.empty(200);
    }

    private ObjectNode find(Call call) {
        ObjectNode found = state.tenant(call).tasks().get(call.pathValue("taskId"));
        if (found == null) {
            throw LoyaltyErrors.notFound(call, "Task " + call.pathValue("taskId"));
        }
        return found;
    }
}

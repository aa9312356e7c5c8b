package io.github.camelajo.simulator.internal.family.content;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.ContentSamples;
import io.github.camelajo.simulator.control.JobFailure;
import io.github.camelajo.simulator.control.Permissions;
import io.github.camelajo.simulator.internal.core.AdminAction;
import io.github.camelajo.simulator.internal.core.AdminField;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Jobs;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Requirement;
import io.github.camelajo.simulator.internal.core.Route;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.Table;

/**
 * Content fragments, any number per sandbox, and their publication.
 *
 * <p>Assumptions: publishing an unknown fragment, or one that is being published, is a 400, because no other status is
 * documented; a published fragment becomes a draft again when it is changed, and its live content stays; a failed
 * publication does not change the status; publishing changes neither the etag nor {@code modifiedAt};
 * {@code Retry-After} is 1000, the only reported value, apparently in milliseconds; a stale tag in a patch is a 409,
 * although the specification lists none.</p>
 */
final class FragmentService extends ContentService {

    static final String BASE = "/ajo/content/fragments";
    static final String TYPE = "application/vnd.adobe.ajo.fragment.v1.0+json";
    static final String LIST_TYPE = "application/vnd.adobe.ajo.fragment-list.v1.0+json";
    static final String PUBLISH_TYPE = "application/vnd.adobe.ajo.fragment.publication.request.v1.0+json";
    static final String PUBLICATION_TYPE = "application/vnd.adobe.ajo.fragment.publication.v1.0+json";
    private static final String ONE = BASE + "/{fragmentId}";
    private static final String ID = "fragmentId";
    private static final String EXPRESSION = "expression";
    private static final Requirement MANAGE = Requirement.allOf(Permissions.MANAGE_LIBRARY_ITEMS);
    private static final Requirement PUBLISH = Requirement.allOf(Permissions.PUBLISH_FRAGMENTS);

    private static final Kind KIND =
            new Kind("fragments", ID, TYPE, LIST_TYPE, "Fragment", Set.of("fragment", "subType"));

    private final Table<FragmentPublication> publications;
    private final Jobs jobs;

    FragmentService(FamilyContext context) {
        super(context, KIND);
        this.jobs = context.jobs();
        publications = Table.inSandboxes(
                        "publication",
                        "Publications by the id of their fragment: the last one that was requested (`progress`, `revision`, `content`, `failure`) and "
                                + "what is live (`liveRevision`, `live`).",
                        FragmentPublication.class,
                        context.codec(),
                        this)
                .made((sandbox, id) -> FragmentPublication.NONE);
        seed();
    }

    @Override
    public String name() {
        return "fragment";
    }

    /** The general check of media types ignores these bodies: this service checks them itself, with its own errors. */
    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(BASE, this::create).needs(MANAGE),
                Route.get(BASE, this::list).query(ContentList.PARAMETERS).needs(MANAGE),
                Route.post(BASE + "/publications", this::publish).needs(PUBLISH),
                Route.get(ONE, this::get).needs(MANAGE),
                Route.put(ONE, this::update).needs(MANAGE),
                Route.of("PATCH", ONE, this::patch).needs(MANAGE),
                Route.get(ONE + "/liveFragment", this::getLive).needs(MANAGE),
                Route.get(ONE + "/lastPublicationStatus", this::getPublicationStatus)
                        .needs(MANAGE));
    }

    /** Lets the next publication that starts fail. */
    void failNext(String reason) {
        jobs.failNextOf(name(), JobFailure.FAILED, reason);
    }

    private synchronized Reply patch(Call call) {
        return Reply.noContent().with("etag", patched(call).etag());
    }

    private synchronized Reply publish(Call call) {
        ContentHeaders.checkContentType(call, PUBLISH_TYPE);
        JsonNode body = call.json();
        ContentErrors.check(call, schema.check("PublishRequest", body));
        String id = body.path(ID).asText();
        ContentItem item = store.all(call.sandbox()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ContentErrors.badRequest(call, "There is no fragment " + id));
        FragmentPublication before = publication(item);
        if (before.running()) {
            throw ContentErrors.badRequest(call, "Fragment " + id + " is being published already");
        }
        FragmentPublication started =
                before.start(item, jobs.takeFailure(name()), jobs.start(FragmentPublication.STATES));
        publications.set(item.sandbox(), item.id(), started);
        return Reply.empty(202)
                .with("Location", "/fragments/" + id + "/lastPublicationStatus")
                .with("Retry-After", "1000");
    }

    private synchronized Reply getLive(Call call) {
        ContentHeaders.checkAccept(call, PUBLICATION_TYPE);
        ObjectNode live = publication(store.find(call, call.pathValue(ID))).live();
        return live == null ? Reply.empty(404) : Reply.json(200, live).withContentType(PUBLICATION_TYPE);
    }

    private synchronized Reply getPublicationStatus(Call call) {
        ContentHeaders.checkAccept(call, PUBLICATION_TYPE);
        ContentItem item = store.find(call, call.pathValue(ID));
        if (publication(item).progress() == null) {
            return Reply.empty(404);
        }
        publication(item).progress().look();
        FragmentPublication publication = publication(item);
        ObjectNode body = Json.object();
        if (publication.running()) {
            body.put("status", "inProgress");
        } else if (publication.failure() == null) {
            body.put("status", "complete");
        } else {
            body.put("status", "error")
                    .putArray("errors")
                    .add(ContentErrors.error(
                            call,
                            "CJMMAS-1069-500",
                            500,
                            "Publication failed",
                            publication.failure().reason()));
        }
        return Reply.json(200, body).withContentType(PUBLICATION_TYPE);
    }

    @Override
    ObjectNode show(ContentItem item) {
        return item.toJson().put("status", publication(item).status(item));
    }

    private FragmentPublication publication(ContentItem item) {
        FragmentPublication known = publications.get(item.sandbox(), item.id()).orElse(FragmentPublication.NONE);
        FragmentPublication settled = known.settled();
        if (!settled.equals(known)) {
            publications.set(item.sandbox(), item.id(), settled);
        }
        return settled;
    }

    @Override
    void check(Call call, JsonNode body) {
        ContentErrors.check(call, schema.check("Fragment", body));
        boolean expression = EXPRESSION.equals(body.path("type").asText());
        String channel = body.path("channels").path(0).asText();
        if (!channel.equals(expression ? "shared" : "email")) {
            throw ContentErrors.badRequest(
                    call,
                    "channels of type " + body.path("type").asText() + " must be " + (expression ? "shared" : "email")
                            + ", not " + channel);
        }
        if (expression && !body.has("subType")) {
            throw ContentErrors.badRequest(call, "subType is required");
        }
        ContentErrors.check(
                call,
                schema.check(expression ? "ExpressionFragment" : "HtmlFragment", "fragment", body.path("fragment")));
    }

    private void seed() {
        ContentSeed.fragments(store);
        Sandbox.ALL.forEach(sandbox -> store.all(sandbox).stream()
                .filter(item -> item.id().equals(ContentSamples.HTML_FRAGMENT))
                .forEach(item ->
                        publications.set(sandbox, item.id(), FragmentPublication.NONE.start(item, null, jobs.done()))));
    }

    @Override
    public List<AdminAction> adminCalls() {
        return List.of(AdminAction.of(
                "fail-next-publication",
                "Lets the next publication of a fragment end with `error`.",
                body -> failNext(body.path("reason").asText("The simulator was told to fail")),
                AdminField.text("reason", "the text of the error")));
    }

    /** Leaves out the samples that are published from the start, because nobody has requested that. */
    @Override
    public List<Jobs.Shown> jobs() {
        return publications.pictures((sandbox, id, last) ->
                last.progress() == null || last.progress().states() < FragmentPublication.STATES
                        ? null
                        : new Jobs.Shown(name(), sandbox, id, last.progress(), last::state, last.failure()));
    }

    @Override
    public List<Kept> holdings() {
        return List.of(store.items(), publications);
    }

    @Override
    public synchronized void reset() {
        store.clear();
        publications.clear();
        seed();
    }
}

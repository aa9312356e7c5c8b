package io.github.camelajo.simulator.internal.family.content;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.BodySchema;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.ErrorDialect;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.Reply;

/** The common part of templates and fragments: how they are created, listed, read and updated. One call at a time. */
abstract class ContentService implements ApiService {

    final BodySchema schema = BodySchema.read(ContentService.class, "content-types.txt", false);
    final ContentStore store;
    private final Kind kind;
    private final ContentList list;

    /**
     * What distinguishes templates and fragments.
     *
     * @param collection the last segment of the path of the collection
     * @param id         the variable in the path of an item
     * @param mediaType  the media type of an item
     * @param listType   the media type of a list
     * @param schema     the type of a body in the schema
     * @param notListed  the fields that an item of a list leaves out
     */
    record Kind(
            String collection, String id, String mediaType, String listType, String schema, Set<String> notListed) {}

    ContentService(FamilyContext context, Kind kind) {
        this.kind = kind;
        store = new ContentStore(context, name(), this);
        list = new ContentList(kind.collection(), kind.notListed(), this::show);
    }

    /** Refuses a body that is not valid, whether it is sent or results from a patch. */
    abstract void check(Call call, JsonNode body);

    /** Returns an item as answers show it. */
    ObjectNode show(ContentItem item) {
        return item.toJson();
    }

    @Override
    public final ErrorDialect errors() {
        return new ContentErrors();
    }

    final synchronized Reply create(Call call) {
        ContentItem created = store.create(call, definition(call));
        return Reply.empty(201)
                .with("x-resource-id", created.id())
                .with("Location", "/" + kind.collection() + "/" + created.id())
                .with("etag", created.etag());
    }

    final synchronized Reply list(Call call) {
        ContentHeaders.checkAccept(call, kind.listType());
        return list.reply(call, store.all(call.sandbox())).withContentType(kind.listType());
    }

    final synchronized Reply get(Call call) {
        ContentItem found = find(call);
        return Reply.json(200, show(found)).withContentType(kind.mediaType()).with("etag", found.etag());
    }

    final synchronized Reply update(Call call) {
        ContentItem found = find(call);
        ContentHeaders.checkIfMatch(call, found);
        ContentItem changed = store.change(call, found, definition(call));
        return Reply.noContent().with("etag", changed.etag());
    }

    /** Applies a patch, and returns the changed item. */
    final ContentItem patched(Call call) {
        ContentItem found = find(call);
        ContentHeaders.checkContentType(call, ContentHeaders.JSON_PATCH);
        ContentHeaders.checkIfMatch(call, found);
        ObjectNode definition = ContentPatch.apply(call, schema, found.definition());
        check(call, definition);
        return store.change(call, found, definition);
    }

    final ContentItem find(Call call) {
        ContentHeaders.requireAccept(call, kind.mediaType());
        return store.find(call, call.pathValue(kind.id()));
    }

    private ObjectNode definition(Call call) {
        ContentHeaders.checkContentType(call, kind.mediaType());
        JsonNode body = call.json();
        check(call, body);
        return ((ObjectNode) body).retain(schema.fields(kind.schema()));
    }

    @Override
    public List<Kept> holdings() {
        return List.of(store.items());
    }

    @Override
    public final synchronized void loaded() {
        store.loaded();
    }

    @Override
    public final synchronized JsonNode state() {
        return store.counts();
    }
}

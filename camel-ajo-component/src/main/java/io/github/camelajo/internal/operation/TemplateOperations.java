package io.github.camelajo.internal.operation;

import java.util.List;

import static io.github.camelajo.internal.operation.Operation.delete;
import static io.github.camelajo.internal.operation.Operation.get;
import static io.github.camelajo.internal.operation.Operation.patch;
import static io.github.camelajo.internal.operation.Operation.post;
import static io.github.camelajo.internal.operation.Operation.put;

/** Template API: content templates, and what they have in common with fragments. */
final class TemplateOperations {

    static final Permission MANAGE = Permission.presumably("Manage Library Items");

    static final Parameter ORDER = Parameter.string(
                    "orderBy", "Sort field, with a leading - for descending and + for ascending order")
            .oneOf(
                    "modifiedAt",
                    "+modifiedAt",
                    "-modifiedAt",
                    "createdAt",
                    "+createdAt",
                    "-createdAt",
                    "name",
                    "+name",
                    "-name")
            .defaultsTo("-modifiedAt");
    static final Parameter LIMIT =
            Parameter.integer("limit", "Items per page").between(1, 1000).defaultsTo("20");
    static final Parameter START = Parameter.string("start", "Cursor of the page: _page.next of the previous page");
    static final Paging PAGES = Paging.cursor("items", "start", "limit", 20, 1000, "_page.next", null);

    static final RequestBody PATCH_BODY =
            RequestBody.list("application/json-patch+json", "patch-request").checking(ContentBodies.PATCH);

    static final String ID_IN_HEADER =
            "The answer has no body: the ID is in the header `x-resource-id`, the ETag in `etag`.";
    static final String LIST_WITHOUT_CONTENT = "Items come without their content; get reads it.";
    static final String ETAG =
            "Requires the ETag that get returned. Status 409 if somebody else has changed the item: read it "
                    + "again.";
    static final String PATCHABLE =
            "Only /name, /description and /parentFolderId can be changed. Use `add` for a field that may not "
                    + "exist yet.";

    private static final String TEMPLATES = "/ajo/content/templates";
    private static final String TEMPLATE = TEMPLATES + "/{templateId}";
    private static final String MEDIA_TYPE = "application/vnd.adobe.ajo.template.v1+json";
    private static final String ID = "ID of the template: id in the answer of list, x-resource-id in that of create";

    private static final RequestBody BODY =
            RequestBody.required(MEDIA_TYPE, "content-template").checking(ContentBodies.TEMPLATE);

    static final Api API = new Api(
            "template",
            "Content template",
            "Content templates, from which people start new messages.",
            List.of(
                    post("template", "create", TEMPLATES)
                            .summary("Create a content template")
                            .body(BODY)
                            .answers(201)
                            .noAnswer()
                            .idHeader("x-resource-id")
                            .permission(MANAGE)
                            .note(ID_IN_HEADER)
                            .note("Several templates may have the same name, so a second call creates a second "
                                    + "template.")
                            .build(),
                    get("template", "list", TEMPLATES)
                            .summary("Content templates of the sandbox")
                            .query(
                                    ORDER,
                                    LIMIT,
                                    START,
                                    Parameter.list(
                                            "property",
                                            "Conditions, each with a field (id, name, templateType, channels, "
                                                    + "origin, createdAt, createdBy, modifiedAt, modifiedBy), an operator (== "
                                                    + "or ~^ for a pattern) and a value. Example: name~^test"))
                            .accept("application/vnd.adobe.ajo.template-list.v1+json")
                            .paging(PAGES)
                            .permission(MANAGE)
                            .note(LIST_WITHOUT_CONTENT)
                            .build(),
                    get("template", "get", TEMPLATE)
                            .summary("One content template")
                            .path("templateId", ID)
                            .accept(MEDIA_TYPE)
                            .permission(MANAGE)
                            .note("For `update` and `patch`, keep the header `etag` of the answer.")
                            .build(),
                    put("template", "update", TEMPLATE)
                            .summary("Replace a content template")
                            .path("templateId", ID)
                            .body(BODY)
                            .answers(204)
                            .accept(MEDIA_TYPE)
                            .ifMatch()
                            .permission(MANAGE)
                            .note(ETAG)
                            .build(),
                    patch("template", "patch", TEMPLATE)
                            .summary("Change the name, description or folder of a content template")
                            .path("templateId", ID)
                            .body(PATCH_BODY)
                            .accept(MEDIA_TYPE)
                            .ifMatch()
                            .safeToRepeat()
                            .permission(MANAGE)
                            .note(ETAG)
                            .note(PATCHABLE)
                            .build(),
                    delete("template", "delete", TEMPLATE)
                            .summary("Delete a content template")
                            .path("templateId", ID)
                            .answers(204)
                            .accept(MEDIA_TYPE)
                            .permission(MANAGE)
                            .build(),
                    StateOperations.apply("template", "content-template"),
                    StateOperations.export("template")));

    private TemplateOperations() {}
}

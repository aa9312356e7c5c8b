package io.github.camelajo.internal.operation;

import java.util.List;

import static io.github.camelajo.internal.operation.Operation.get;
import static io.github.camelajo.internal.operation.Operation.patch;
import static io.github.camelajo.internal.operation.Operation.post;
import static io.github.camelajo.internal.operation.Operation.put;

/** Fragment API: pieces of content that messages share. */
final class FragmentOperations {

    private static final String FRAGMENTS = "/ajo/content/fragments";
    private static final String FRAGMENT = FRAGMENTS + "/{fragmentId}";
    private static final String MEDIA_TYPE = "application/vnd.adobe.ajo.fragment.v1.0+json";
    private static final String PUBLICATION = "application/vnd.adobe.ajo.fragment.publication.v1.0+json";
    private static final String PUBLICATION_REQUEST =
            "application/vnd.adobe.ajo.fragment.publication.request.v1.0+json";
    private static final String ID = "ID of the fragment: id in the answer of list, x-resource-id in that of create";

    private static final RequestBody BODY =
            RequestBody.required(MEDIA_TYPE, "content-fragment").checking(ContentBodies.FRAGMENT);

    static final Api API = new Api(
            "fragment",
            "Content fragment",
            "Content fragments: pieces of content that messages share. A fragment must be published before a "
                    + "campaign or journey that uses it can go live. Fragments cannot be deleted.",
            List.of(
                    post("fragment", "create", FRAGMENTS)
                            .summary("Create a content fragment, as a draft")
                            .body(BODY)
                            .answers(201)
                            .noAnswer()
                            .idHeader("x-resource-id")
                            .permission(TemplateOperations.MANAGE)
                            .note(TemplateOperations.ID_IN_HEADER)
                            .build(),
                    get("fragment", "list", FRAGMENTS)
                            .summary("Content fragments of the sandbox")
                            .query(
                                    TemplateOperations.ORDER,
                                    TemplateOperations.LIMIT,
                                    TemplateOperations.START,
                                    Parameter.list(
                                            "property",
                                            "Conditions, each with a field (id, name, type, channels, origin, "
                                                    + "createdAt, createdBy, modifiedAt, modifiedBy), an operator (== or ~^ "
                                                    + "for a pattern) and a value. Example: type==html"))
                            .accept("application/vnd.adobe.ajo.fragment-list.v1.0+json")
                            .paging(TemplateOperations.PAGES)
                            .permission(TemplateOperations.MANAGE)
                            .note(TemplateOperations.LIST_WITHOUT_CONTENT)
                            .build(),
                    get("fragment", "get", FRAGMENT)
                            .summary("One content fragment, with the draft of its content")
                            .path("fragmentId", ID)
                            .accept(MEDIA_TYPE)
                            .permission(TemplateOperations.MANAGE)
                            .note("For `update` and `patch`, keep the header `etag` of the answer.")
                            .build(),
                    put("fragment", "update", FRAGMENT)
                            .summary("Replace the draft of a content fragment")
                            .path("fragmentId", ID)
                            .body(BODY)
                            .answers(204)
                            .accept(MEDIA_TYPE)
                            .ifMatch()
                            .permission(TemplateOperations.MANAGE)
                            .note(TemplateOperations.ETAG)
                            .build(),
                    patch("fragment", "patch", FRAGMENT)
                            .summary("Change the name, description or folder of a content fragment")
                            .path("fragmentId", ID)
                            .body(TemplateOperations.PATCH_BODY)
                            .answers(204)
                            .accept(MEDIA_TYPE)
                            .ifMatch()
                            .safeToRepeat()
                            .permission(TemplateOperations.MANAGE)
                            .note(TemplateOperations.ETAG)
                            .note(TemplateOperations.PATCHABLE)
                            .build(),
                    post("fragment", "publish", FRAGMENTS + "/publications")
                            .summary("Publish the draft of a content fragment")
                            .body(RequestBody.required(PUBLICATION_REQUEST, "publish-fragment-request")
                                    .checking(ContentBodies.PUBLISH))
                            .answers(202)
                            .noAnswer()
                            .job(Job.starts(JobHandle.inRequest("fragmentId", "getPublicationStatus")))
                            .permission(Permission.presumably("Publish fragments"))
                            .note("Runs in the background; getPublicationStatus reports the last request.")
                            .note("The header `Retry-After` says when to poll; a number above 60 seems to be "
                                    + "in milliseconds.")
                            .build(),
                    get("fragment", "getLive", FRAGMENT + "/liveFragment")
                            .summary("Published content of a fragment")
                            .path("fragmentId", ID)
                            .accept(PUBLICATION)
                            .permission(TemplateOperations.MANAGE)
                            .build(),
                    get("fragment", "getPublicationStatus", FRAGMENT + "/lastPublicationStatus")
                            .summary("Progress of the last publication of a fragment")
                            .path("fragmentId", ID)
                            .accept(PUBLICATION)
                            .job(Job.reports(JobStatus.of(
                                    "fragmentId",
                                    "status",
                                    List.of("inProgress"),
                                    List.of("complete"),
                                    List.of("error"))))
                            .permission(TemplateOperations.MANAGE)
                            .note("With `error`, the list `errors` has the reasons.")
                            .build(),
                    StateOperations.apply("fragment", "content-fragment"),
                    StateOperations.export("fragment")));

    private FragmentOperations() {}
}

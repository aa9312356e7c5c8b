package io.github.camelajo.conformance;

import java.util.ArrayList;
import java.util.List;

/** Where Adobe's reference is known to be wrong or to leave something out. Anything else that is found is a fault of ours. */
final class KnownDeviations {

    private static final String EITHER_SERVICE =
            "the reference asks for one key called action|dataSource and means either";
    private static final String PATCH_VALUE = "the reference types the value of a patch as an object; names are texts";
    private static final String ROOT_FIELDS = "the reference types every changed field as an object; most are not";
    private static final String NO_ANSWER_TYPE = "the reference leaves out the answer that Adobe's help shows";
    private static final String NO_BODY_TYPE = "the reference types the body as a text; Adobe's help shows an object";
    private static final String NO_ERRORS = "the reference names no error of this API at all";
    private static final String ERROR_BODY = "the reference shows no body of this error; Adobe's help does";
    private static final String ALTERNATIVES =
            "the reference wants exactly one of several forms, but none of them has a field it must have";

    private static final String ONE_FOR_A_LIST = "the reference types the list as one of its entries";
    private static final String BODY_OF_204 = "status 204 cannot have the body it describes";

    private static final String FLOW = "the reference requires the dataflow; Adobe's help leaves it out";
    private static final String PAGES_IN_TEXT = "the reference leaves out parameters that Adobe's help shows";
    private static final String SANDBOX_DATES =
            "the reference has a date with a zone; Adobe's help shows 2019-09-04 04:57:24, without one";
    private static final String LOOKUP = "the reference names no answer for what is not there, or is in a wrong state";
    private static final String TYPE_OF_NOTHING = "the reference requires the type of a body that a GET does not have";
    private static final String UPDATED_PACKAGE =
            "the reference wants exactly one of several forms of the answer; two of them are alike";

    static final List<KnownDeviation> ALL = List.of(
            new KnownDeviation("capping.create", "request", "action|dataSource", EITHER_SERVICE),
            new KnownDeviation("capping.update", "request", "action|dataSource", EITHER_SERVICE),
            new KnownDeviation(
                    "capping.update",
                    "request",
                    "/methods/0: string found, object expected",
                    "the reference types methods as texts for create and as objects for update"),
            new KnownDeviation("capping.delete", "answer 500", "has a body", ERROR_BODY),
            new KnownDeviation("throttling.create", "request", "object found, string expected", NO_BODY_TYPE),
            new KnownDeviation("throttling.update", "request", "object found, string expected", NO_BODY_TYPE),
            new KnownDeviation("throttling.create", "answer 200", "has a body", NO_ANSWER_TYPE),
            new KnownDeviation("throttling.update", "answer 200", "has a body", NO_ANSWER_TYPE),
            new KnownDeviation("throttling.get", "answer 404", "has a body", ERROR_BODY),
            new KnownDeviation("journey.get", "answer 404", "has a body", ERROR_BODY),
            new KnownDeviation("template.patch", "request", "/0/value: string found", PATCH_VALUE),
            new KnownDeviation("fragment.patch", "request", "/0/value: string found", PATCH_VALUE),
            new KnownDeviation(
                    "template.patch",
                    "request",
                    "asks for application/vnd.adobe.ajo.template.v1+json",
                    "the reference requires this Accept header of the call, but describes its answer as plain JSON"),
            new KnownDeviation("message.triggerAudience", "answer 202", "2 are valid", ALTERNATIVES),
            new KnownDeviation("simulation.createPreview", "answer 200", "2 are valid", ALTERNATIVES),
            new KnownDeviation("suppression-address.get", "answer 404", "is not documented", NO_ERRORS),
            new KnownDeviation("suppression-domain.get", "answer 404", "is not documented", NO_ERRORS),
            new KnownDeviation("suppression-upload.get", "answer 404", "is not documented", NO_ERRORS),
            new KnownDeviation("suppression-domain.delete", "answer 204", "has no body", BODY_OF_204),
            new KnownDeviation(
                    "suppression-upload.get",
                    "answer 200",
                    "\"PENDING,\"",
                    "the reference writes the state PENDING with a comma inside"),
            new KnownDeviation(
                    "loyalty-reward-provider.list", "answer 200", "array found, object expected", ONE_FOR_A_LIST),
            new KnownDeviation(
                    "loyalty-reward-definition.list", "answer 200", "array found, object expected", ONE_FOR_A_LIST),
            new KnownDeviation("loyalty-reward-definition.delete", "answer 204", "has no body", BODY_OF_204),
            new KnownDeviation(
                    "loyalty-reward-proxy.list", "answer 200", "array found, object expected", ONE_FOR_A_LIST),
            new KnownDeviation("loyalty-reward-proxy.delete", "answer 204", "has no body", BODY_OF_204),
            new KnownDeviation(
                    "loyalty-reward-auth.list", "answer 200", "array found, object expected", ONE_FOR_A_LIST),
            new KnownDeviation("loyalty-reward-auth.delete", "answer 204", "has no body", BODY_OF_204),
            new KnownDeviation("loyalty-event.list", "answer 200", "array found, object expected", ONE_FOR_A_LIST),
            new KnownDeviation("loyalty-event.delete", "answer 204", "has no body", BODY_OF_204),
            new KnownDeviation("event.send", "request", "required property 'flowId'", FLOW),
            new KnownDeviation("event.sendBatch", "request", "required property 'flowId'", FLOW),
            new KnownDeviation("event.send", "answer 400", "has a body", ERROR_BODY),
            new KnownDeviation("sandbox.list", "request", "unknown query parameter limit", PAGES_IN_TEXT),
            new KnownDeviation("sandbox.list", "request", "unknown query parameter offset", PAGES_IN_TEXT),
            new KnownDeviation("package.list", "request", "unknown query parameter property", PAGES_IN_TEXT),
            new KnownDeviation("package.list", "request", "unknown query parameter orderby", PAGES_IN_TEXT),
            new KnownDeviation(
                    "sandbox.list", "answer 200", "/createdDate: does not match the date-time", SANDBOX_DATES),
            new KnownDeviation(
                    "sandbox.list", "answer 200", "/lastModifiedDate: does not match the date-time", SANDBOX_DATES),
            new KnownDeviation(
                    "sandbox.listAll", "answer 200", "/createdDate: does not match the date-time", SANDBOX_DATES),
            new KnownDeviation(
                    "sandbox.listAll", "answer 200", "/lastModifiedDate: does not match the date-time", SANDBOX_DATES),
            new KnownDeviation(
                    "sandbox.get", "answer 200", "/createdDate: does not match the date-time", SANDBOX_DATES),
            new KnownDeviation(
                    "sandbox.get", "answer 200", "/lastModifiedDate: does not match the date-time", SANDBOX_DATES),
            new KnownDeviation("sandbox.get", "answer 404", "is not documented", LOOKUP),
            new KnownDeviation("package.get", "answer 404", "is not documented", LOOKUP),
            new KnownDeviation("package.addArtifacts", "answer 409", "is not documented", LOOKUP),
            new KnownDeviation("package.addArtifacts", "answer 201", "2 are valid", UPDATED_PACKAGE),
            new KnownDeviation("package.removeArtifacts", "answer 201", "2 are valid", UPDATED_PACKAGE),
            new KnownDeviation("package.update", "answer 201", "2 are valid", UPDATED_PACKAGE),
            new KnownDeviation("package.getJob", "request", "lacks the header Content-Type", TYPE_OF_NOTHING),
            new KnownDeviation("package.getPayload", "request", "lacks the header Content-Type", TYPE_OF_NOTHING),
            new KnownDeviation("mtls-certificate.list", "request", "lacks the header Content-Type", TYPE_OF_NOTHING),
            new KnownDeviation(
                    "package.listDependencies", "answer 201", "array found, object expected", ONE_FOR_A_LIST),
            new KnownDeviation("loyalty-config.patch", "request", "/archiveDays: integer found", ROOT_FIELDS),
            new KnownDeviation("loyalty-task.patch", "request", "/desc: string found", ROOT_FIELDS),
            new KnownDeviation("loyalty-challenge.patch", "request", "/desc: string found", ROOT_FIELDS),
            new KnownDeviation(
                    "loyalty-journey.create",
                    "answer 400",
                    "/rejectedValue: string found",
                    "the reference types a refused value as an object; it is what was sent"));

    private KnownDeviations() {}

    /**
     * One of them.
     *
     * @param operation {@code api.operation}
     * @param where     as in a finding
     * @param what      part of the text of the finding
     * @param reason    why the reference is not followed
     */
    record KnownDeviation(String operation, String where, String what, String reason) {

        boolean isAbout(Finding finding) {
            return finding.operation().equals(operation)
                    && finding.where().equals(where)
                    && finding.what().contains(what);
        }
    }

    /** What is left of findings that is not known. */
    static List<Finding> unknown(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> ALL.stream().noneMatch(known -> known.isAbout(finding)))
                .distinct()
                .toList();
    }

    /** Entries that nothing was found for. */
    static List<KnownDeviation> outdated(List<Finding> findings) {
        List<KnownDeviation> outdated = new ArrayList<>(ALL);
        outdated.removeIf(known -> findings.stream().anyMatch(known::isAbout));
        return outdated;
    }
}

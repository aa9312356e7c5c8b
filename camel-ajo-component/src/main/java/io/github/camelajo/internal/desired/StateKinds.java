package io.github.camelajo.internal.desired;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelajo.internal.desired.FieldRule.Role;
import io.github.camelajo.internal.desired.StateKind.After;

/** All kinds, in the order of processing: what others may use comes first. */
final class StateKinds {

    /** What Adobe adds to a limit. */
    private static final Set<String> OF_A_LIMIT = Set.of(
            "_id",
            "uid",
            "orgId",
            "state",
            "hasBeenDeployed",
            "deployedConfig",
            "tenantId",
            "sandboxId",
            "sandboxName",
            "authoringFormatVersion",
            "metadata");

    static final StateKind FRAGMENT = kind(
            "fragment",
            "fragment",
            "Content fragments. A fragment cannot be deleted",
            List.of("name", "type"),
            "parentFolderId",
            false,
            "id",
            "fragmentId",
            false,
            "description",
            After.PUBLISH,
            Set.of("id", "status", "labels", "createdAt", "createdBy", "modifiedAt", "modifiedBy", "self", "etag"),
            List.of(
                    FieldRule.text("name", "What people see in lists").mandatory(),
                    FieldRule.text("description", "Free text"),
                    FieldRule.text("type", "What the fragment is")
                            .oneOf("html", "expression")
                            .mandatory(),
                    FieldRule.text("subType", "What an expression gives").oneOf("TEXT", "HTML", "JSON"),
                    FieldRule.set("channels", "One channel: email for html, shared for expression")
                            .mandatory(),
                    FieldRule.text("parentFolderId", "Identifier of the folder"),
                    FieldRule.object("source", "Where it comes from: origin and metadata"),
                    FieldRule.object("fragment", "The content: content for html, expression for expression")
                            .mandatory()));

    static final StateKind TEMPLATE = kind(
            "template",
            "template",
            "Content templates",
            List.of("name", "channels", "templateType"),
            "parentFolderId",
            false,
            "id",
            "templateId",
            true,
            "description",
            After.NOTHING,
            Set.of("id", "labels", "createdAt", "createdBy", "modifiedAt", "modifiedBy", "self", "etag"),
            List.of(
                    FieldRule.text("name", "What people see in lists").mandatory(),
                    FieldRule.text("description", "Free text"),
                    FieldRule.text("templateType", "What the template is")
                            .oneOf("html", "html_primary_page", "html_sub_page", "content")
                            .mandatory(),
                    FieldRule.text("subType", "For the channel code only").oneOf("HTML", "JSON"),
                    FieldRule.set("channels", "One channel, such as email")
                            .oneOf("email", "push", "inapp", "sms", "code", "directMail", "landingpage", "shared")
                            .mandatory(),
                    FieldRule.text("parentFolderId", "Identifier of the folder"),
                    FieldRule.object("source", "Where it comes from: origin and metadata"),
                    FieldRule.object("template", "The content: html, or what a message of the channel needs")
                            .mandatory(),
                    FieldRule.flag("template.text.syncFromHtml", "Whether the text follows the HTML")
                            .standard(true),
                    FieldRule.text("template.messageType", "Of an SMS").standard("sms"),
                    FieldRule.text("template.pushType", "Of a push message").standard("message"),
                    FieldRule.object("template.appNames", "Adobe makes it").as(Role.SERVER)));

    static final StateKind CAPPING = kind(
            "capping",
            "capping",
            "Capping configurations: limits on the calls of Journey Optimizer to an endpoint",
            List.of("url", "methods", "services"),
            null,
            false,
            "uid",
            "uid",
            true,
            null,
            After.DEPLOY_EACH_CHANGE,
            OF_A_LIMIT,
            cappingRules());

    static final StateKind THROTTLING = kind(
            "throttling",
            "throttling",
            "The throttling configuration of the organization. It needs a production sandbox, and acts on all",
            List.of(),
            null,
            true,
            "uid",
            "uid",
            true,
            "description",
            After.DEPLOY_ONCE,
            Stream.concat(OF_A_LIMIT.stream(), Stream.of("version")).collect(Collectors.toUnmodifiableSet()),
            List.of(
                    FieldRule.text("name", "What people see in lists"),
                    FieldRule.text("description", "Free text"),
                    FieldRule.text("urlPattern", "Address of the endpoint; * is a wildcard after the host")
                            .mandatory(),
                    FieldRule.set("methods", "HTTP methods that the limit counts")
                            .oneOf("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTION", "OPTIONS")
                            .mandatory(),
                    FieldRule.number("maxThroughput", "Calls per second, 200 to 5000")
                            .mandatory()));

    static final StateKind SUPPRESSION_ADDRESS = suppression(
            "suppressionAddress", "suppression-address", "Email addresses that are suppressed or allowed", "email");

    static final StateKind SUPPRESSION_DOMAIN =
            suppression("suppressionDomain", "suppression-domain", "Domains that are suppressed or allowed", "domain");

    private static final List<StateKind> ALL =
            List.of(FRAGMENT, TEMPLATE, CAPPING, THROTTLING, SUPPRESSION_ADDRESS, SUPPRESSION_DOMAIN);

    private StateKinds() {}

    static List<StateKind> all() {
        return ALL;
    }

    /** The kind of a section; {@code null} for none. */
    static StateKind named(String section) {
        return ALL.stream()
                .filter(kind -> kind.name().equals(section))
                .findFirst()
                .orElse(null);
    }

    /** The kind of an API; {@code null} for an API with several or none. */
    static StateKind ofApi(String api) {
        return ALL.stream().filter(kind -> kind.api().equals(api)).findFirst().orElse(null);
    }

    private static List<FieldRule> cappingRules() {
        List<FieldRule> rules = new ArrayList<>(List.of(
                FieldRule.text("url", "Address of the endpoint; * is a wildcard in the path")
                        .mandatory(),
                FieldRule.set("methods", "HTTP methods that the limit counts")
                        .oneOf("GET", "POST", "PUT", "PATCH", "DELETE", "OPTION")
                        .mandatory()));
        for (String service : List.of("action", "dataSource")) {
            String parent = "services." + service;
            rules.add(FieldRule.number("maxHttpConnections", "Connections at a time; -1 for no limit")
                    .standard(-1)
                    .as(Role.LEFT_OUT)
                    .below(parent));
            rules.add(FieldRule.number("rating.maxCallsCount", "Calls in a period")
                    .below(parent));
            rules.add(FieldRule.number("rating.periodInMs", "Length of the period in milliseconds")
                    .below(parent));
        }
        return rules;
    }

    private static StateKind suppression(String name, String api, String what, String type) {
        return kind(
                name,
                api,
                what,
                List.of("entity.entityValue", "listType"),
                null,
                false,
                "id",
                type,
                true,
                "comment",
                After.NOTHING,
                Set.of(
                        "id",
                        "suppressed",
                        "creationDate",
                        "lastModifiedDate",
                        "status",
                        "client",
                        "bounceState",
                        "user"),
                List.of(
                        FieldRule.text("entity.type", "What it is").oneOf(type).standard(type),
                        FieldRule.text("entity.entityValue", "The address or the domain")
                                .as(Role.PERSONAL)
                                .mandatory(),
                        FieldRule.text("listType", "client: gets no messages; allowed: the allow list")
                                .oneOf("client", "allowed")
                                .standard("client"),
                        FieldRule.text("comment", "Why, in printable ASCII. It is written once, and not compared")
                                .as(Role.WRITTEN_ONCE)));
    }

    private static StateKind kind(
            String name,
            String api,
            String what,
            List<String> keyFields,
            String folder,
            boolean singleton,
            String idField,
            String idParam,
            boolean removal,
            String markField,
            After after,
            Set<String> server,
            List<FieldRule> rules) {
        return new StateKind(
                name,
                api,
                what,
                keyFields,
                folder,
                singleton,
                idField,
                idParam,
                removal,
                markField,
                after,
                server,
                rules,
                RuleTree.of(rules));
    }
}

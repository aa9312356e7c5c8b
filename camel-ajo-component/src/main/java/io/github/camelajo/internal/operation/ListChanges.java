package io.github.camelajo.internal.operation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.camelajo.internal.operation.Changes.Incremental;

/**
 * How changes are found, for each list that a route can begin with. A list that is not here cannot be consumed: its items
 * have no identifier.
 */
public final class ListChanges {

    /** What is read a second time: clocks differ, and some services show a change only minutes after its own date. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    /** Adobe takes up to an hour to show a suppression everywhere. */
    private static final Duration SUPPRESSION_OVERLAP = Duration.ofHours(1);

    private static final Incremental CONTENT =
            new Incremental("property", "modifiedAt>=", "orderBy", "+modifiedAt", OVERLAP);
    private static final Incremental SUPPRESSION =
            new Incremental(null, null, "orderby", "-lastmodifieddate", SUPPRESSION_OVERLAP);

    /** Publishing and archiving may leave the date of change as it was, so the state is part of what is compared. */
    private static final List<String> CONTENT_FIELDS =
            List.of("name", "description", "status", "templateType", "type", "channels", "labels", "modifiedAt");

    private static final List<String> LIMIT_FIELDS = List.of();

    private static final List<String> ENTRY_FIELDS = List.of("status", "suppressed", "lastModifiedDate", "listType");

    private static final Map<String, Changes> LISTS = new TreeMap<>(Map.ofEntries(
            list(
                            "journey.list",
                            "id",
                            List.of("version", "status", "name", "metadata.lastModifiedAt", "metadata.lastDeployedAt"))
                    .changedAt("metadata.lastModifiedAt")
                    .incremental(new Incremental(
                            "filter", "metadata.lastModifiedAt>=", "sort", "metadata.lastModifiedAt=asc", OVERLAP))
                    .getBy("id")
                    .entry(),
            list("campaign.list", "campaignId", List.of("versionId", "status", "name", "modifiedAt"))
                    .changedAt("modifiedAt")
                    .getBy("campaignId")
                    .entry(),
            list("campaign.listVersions", "versionId", List.of("status", "name", "modifiedAt"))
                    .changedAt("modifiedAt")
                    .entry(),
            list("campaign.listSurfaces", "id", List.of())
                    .changedAt("modifiedAt")
                    .entry(),
            list("suppression-address.list", "id", ENTRY_FIELDS)
                    .changedAt("lastModifiedDate")
                    .incremental(SUPPRESSION)
                    .entry(),
            list("suppression-domain.list", "id", ENTRY_FIELDS)
                    .changedAt("lastModifiedDate")
                    .incremental(SUPPRESSION)
                    .entry(),
            list("template.list", "id", CONTENT_FIELDS)
                    .changedAt("modifiedAt")
                    .incremental(CONTENT)
                    .getBy("templateId")
                    .entry(),
            list("fragment.list", "id", CONTENT_FIELDS)
                    .changedAt("modifiedAt")
                    .incremental(CONTENT)
                    .getBy("fragmentId")
                    .entry(),
            list("capping.list", "uid", LIMIT_FIELDS)
                    .changedAt("metadata.lastModifiedAt")
                    .getBy("uid")
                    .entry(),
            list("throttling.list", "uid", LIMIT_FIELDS)
                    .changedAt("metadata.lastModifiedAt")
                    .getBy("uid")
                    .entry(),
            list("loyalty-task.list", "taskId", List.of())
                    .changedAt("lastModifiedDate")
                    .entry(),
            list("loyalty-event.list", "guid", List.of()).entry(),
            list("loyalty-reward-provider.list", "guid", List.of()).entry(),
            list("loyalty-reward-definition.list", "guid", List.of()).entry()));

    private ListChanges() {}

    /** How changes of a list are found, {@code null} when they cannot be. */
    public static Changes of(Operation operation) {
        return LISTS.get(operation.id());
    }

    /** The lists that can be consumed, in the order of their names. */
    public static List<String> operations() {
        return List.copyOf(LISTS.keySet());
    }

    private static Builder list(String operation, String key, List<String> fingerprint) {
        return new Builder(operation, key, fingerprint);
    }

    private static final class Builder {

        private final String operation;
        private final String key;
        private final List<String> fingerprint;
        private String changedAt;
        private Incremental incremental;
        private String getById;

        Builder(String operation, String key, List<String> fingerprint) {
            this.operation = operation;
            this.key = key;
            this.fingerprint = fingerprint;
        }

        Builder changedAt(String field) {
            changedAt = field;
            return this;
        }

        Builder incremental(Incremental value) {
            incremental = value;
            return this;
        }

        Builder getBy(String parameter) {
            getById = parameter;
            return this;
        }

        Map.Entry<String, Changes> entry() {
            return Map.entry(operation, new Changes(key, fingerprint, changedAt, incremental, getById));
        }
    }
}

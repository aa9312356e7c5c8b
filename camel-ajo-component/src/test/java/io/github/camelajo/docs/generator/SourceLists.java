package io.github.camelajo.docs.generator;

import java.util.Locale;

import io.github.camelajo.internal.operation.Changes;
import io.github.camelajo.internal.operation.Changes.Incremental;
import io.github.camelajo.internal.operation.ListChanges;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.operation.Paging;

import static io.github.camelajo.docs.generator.MarkdownTable.code;
import static io.github.camelajo.docs.generator.MarkdownTable.codes;

/** The lists that a route can begin with, and how changes are found in each. */
public final class SourceLists {

    private SourceLists() {}

    public static String table() {
        MarkdownTable table = new MarkdownTable(
                "List", "Item is known by", "Has changed when one of these has", "Each poll reads", "`fetch`");
        for (String id : ListChanges.operations()) {
            int dot = id.indexOf('.');
            Operation operation = OperationCatalog.require(id.substring(0, dot), id.substring(dot + 1));
            Changes changes = ListChanges.of(operation);
            table.row(
                    "`" + operation.api() + "`, `" + operation.name() + "`",
                    code(changes.key()),
                    changes.fingerprint().isEmpty() ? "any field" : codes(changes.fingerprint()),
                    reads(changes),
                    changes.getById() == null ? "no" : "yes");
        }
        return table.toString();
    }

    /** What polls cost in calls. A list that Adobe gives as a whole costs one call, whatever its length. */
    static String costs() {
        MarkdownTable table = new MarkdownTable(
                "List", "Largest page", "Full read of 1,000 items", "Of 100,000", "Poll that finds nothing");
        for (String id : ListChanges.operations()) {
            int dot = id.indexOf('.');
            Operation operation = OperationCatalog.require(id.substring(0, dot), id.substring(dot + 1));
            Changes changes = ListChanges.of(operation);
            Paging paging = operation.paging();
            table.row(
                    "`" + operation.api() + "`, `" + operation.name() + "`",
                    page(paging),
                    calls(paging, 1_000),
                    calls(paging, 100_000),
                    changes.incremental() == null ? "a full read" : "1");
        }
        return table.toString();
    }

    private static String page(Paging paging) {
        if (!paging.hasPages()) {
            return "all items";
        }
        String size = code("pageSize") + "=" + size(paging);
        return paging.maxSize() == 0 ? size + ", the default; a limit is not documented" : size;
    }

    private static int size(Paging paging) {
        return paging.maxSize() == 0 ? paging.defaultSize() : paging.maxSize();
    }

    private static String calls(Paging paging, int items) {
        return paging.hasPages() ? String.format(Locale.ROOT, "%,d", (items + size(paging) - 1) / size(paging)) : "1";
    }

    private static String reads(Changes changes) {
        Incremental incremental = changes.incremental();
        if (incremental == null) {
            return "everything";
        }
        String overlap = incremental.overlap().toMinutes() + " minutes before the position";
        return incremental.newestFirst()
                ? "from the newest entry down to " + overlap
                : "what has " + code(changes.changedAt()) + " from " + overlap + " on";
    }
}

package io.github.camelajo.docs.generator;

import io.github.camelajo.internal.operation.Changes;
import io.github.camelajo.internal.operation.Changes.Incremental;
import io.github.camelajo.internal.operation.ListChanges;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;

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

package io.github.camelajo.docs.generator;

import io.github.camelajo.internal.failure.AdobeCodes;

/** Adobe's error codes, as the component explains them in messages. */
public final class ErrorCodes {

    private ErrorCodes() {}

    public static String table() {
        MarkdownTable table = new MarkdownTable("Code", "From", "Kind", "What it means", "What to do");
        for (AdobeCodes.AdobeCode hint : AdobeCodes.all()) {
            table.row(MarkdownTable.code(hint.code()), hint.source(), kind(hint), hint.meaning(), hint.advice());
        }
        return table.toString();
    }

    /** Without a kind of its own, a code leaves it to the HTTP status. */
    private static String kind(AdobeCodes.AdobeCode hint) {
        return hint.kind() == null ? "" : MarkdownTable.code(hint.kind().label());
    }
}

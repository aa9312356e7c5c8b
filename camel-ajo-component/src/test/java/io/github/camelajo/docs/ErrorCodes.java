package io.github.camelajo.docs;

import io.github.camelajo.internal.answer.ErrorHints;

/** Adobe's error codes, as the component explains them in messages. */
final class ErrorCodes {

    private ErrorCodes() {}

    static String table() {
        MarkdownTable table = new MarkdownTable("Code", "From", "What it means", "What to do");
        for (ErrorHints.Hint hint : ErrorHints.all()) {
            table.row(MarkdownTable.code(hint.code()), hint.source(), hint.meaning(), hint.advice());
        }
        return table.toString();
    }
}

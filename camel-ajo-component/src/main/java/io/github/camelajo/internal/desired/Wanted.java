package io.github.camelajo.internal.desired;

import java.util.Map;

import io.github.camelajo.internal.flow.AnswerFields;

/**
 * One object of a document.
 *
 * @param kind        what it is
 * @param key         what it is known by
 * @param renamedFrom what it was known by before, {@code null} when the document does not say
 * @param raw         its fields as they were given, without those of Adobe's own
 * @param canon       the same in canonical form
 * @param act         whether it is deployed or published, unless the options say no
 */
record Wanted(
        StateKind kind,
        StateKey key,
        StateKey renamedFrom,
        Map<String, Object> raw,
        Map<String, Object> canon,
        boolean act) {

    /** Whether the stored object shall be deployed or published. */
    boolean acts(StateOptions options) {
        return act && (kind.isDeployed() ? options.deploy() : options.publish());
    }

    /** The folder that it shall be in; {@code null} if the document does not say. */
    String folder() {
        return kind.folder() == null ? null : AnswerFields.text(raw, kind.folder());
    }

    @Override
    public String toString() {
        return kind + " " + key.shown();
    }
}

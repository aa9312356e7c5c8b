package io.github.camelajo.internal.desired;

import java.util.Map;

import io.github.camelajo.internal.flow.AnswerFields;

/**
 * One object that exists.
 *
 * @param key        what it is known by
 * @param id         identifier
 * @param folder     folder it is in, {@code null} for none
 * @param text       what its field for the mark holds
 * @param manual     whether people made it: an entry that comes from a bounce is never touched
 * @param raw        the object, {@code null} when the list does not have it whole
 * @param modifiedBy Adobe id of the last editor
 * @param modifiedAt time of the last edit
 */
record Found(
        StateKey key,
        String id,
        String folder,
        String text,
        boolean manual,
        Map<String, Object> raw,
        String modifiedBy,
        String modifiedAt) {

    static Found of(StateKind kind, Map<?, ?> item) {
        Map<String, Object> raw = AnswerFields.map(item);
        StateKey key = StateKey.of(kind, kind.canon(raw));
        boolean suppression = kind.isSuppression();
        String text = kind.markField() == null
                ? null
                : AnswerFields.text(raw, suppression ? "suppressed.comment" : kind.markField());
        return new Found(
                key,
                AnswerFields.text(raw, kind.idField()),
                kind.folder() == null ? null : AnswerFields.text(raw, kind.folder()),
                text,
                !suppression || "MANUAL".equalsIgnoreCase(AnswerFields.text(raw, "suppressed.type")),
                kind.isListedWhole() ? raw : null,
                suppression ? null : by(raw),
                suppression ? null : at(raw));
    }

    static String by(Map<String, Object> raw) {
        String by = AnswerFields.text(raw, "modifiedBy");
        return by == null ? AnswerFields.text(raw, "metadata.lastModifiedById") : by;
    }

    static String at(Map<String, Object> raw) {
        String at = AnswerFields.text(raw, "modifiedAt");
        return at == null ? AnswerFields.text(raw, "metadata.lastModifiedAt") : at;
    }

    /** Whether this state created it. */
    boolean isOwn(String state) {
        return manual && Mark.isIn(text, state, key);
    }
}

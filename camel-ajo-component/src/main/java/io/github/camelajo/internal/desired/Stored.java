package io.github.camelajo.internal.desired;

import io.github.camelajo.internal.flow.AnswerFields;

/**
 * An object that is stored at Adobe.
 *
 * @param id         identifier
 * @param canDeploy  what Adobe said about deploying it, {@code null} if it did not say
 * @param modifiedAt time of the write, {@code null} if Adobe did not say
 * @param publishing whether a publication was under way before the write
 */
record Stored(String id, Object canDeploy, String modifiedAt, boolean publishing) {

    /** An object that was not written, or whose write had no answer. */
    static Stored of(String id, boolean publishing) {
        return new Stored(id, null, null, publishing);
    }

    /** What the answer to a write says. */
    static Stored of(StateCalls.Answer answer) {
        String id = answer.resourceId() == null ? AnswerFields.text(answer.body(), "uid") : answer.resourceId();
        return new Stored(
                id == null ? AnswerFields.text(answer.body(), "id") : id,
                AnswerFields.at(answer.body(), "canDeploy"),
                AnswerFields.text(answer.body(), "updatedElement.metadata.lastModifiedAt"),
                false);
    }

    /** The same, with what was known of the object before the write. */
    Stored after(Detail before) {
        return new Stored(before.id(), canDeploy, modifiedAt, before.isPublishing());
    }
}

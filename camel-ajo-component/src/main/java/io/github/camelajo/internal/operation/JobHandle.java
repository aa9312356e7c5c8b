package io.github.camelajo.internal.operation;

/**
 * Where the id of a job is, and which operation tells how far the job has got. Further path parameters of that operation
 * (such as the campaign of a proof) are those of the call that started the job.
 *
 * @param source          where to look
 * @param field           dotted path of the field with the id; a number is a place in a list
 * @param statusOperation operation of the same API that takes the id, {@code null} when there is none
 */
public record JobHandle(Source source, String field, String statusOperation) {

    /** Where the id of a job is. */
    public enum Source {
        /** In the body of the answer. */
        ANSWER,
        /** In the body that was sent: the job has no id of its own, it is found by the id of what it works on. */
        REQUEST
    }

    public static JobHandle inAnswer(String field, String statusOperation) {
        return new JobHandle(Source.ANSWER, field, statusOperation);
    }

    public static JobHandle inRequest(String field, String statusOperation) {
        return new JobHandle(Source.REQUEST, field, statusOperation);
    }

    /** An id that no operation takes: good for support requests only. */
    public static JobHandle untracked(String field) {
        return new JobHandle(Source.ANSWER, field, null);
    }
}

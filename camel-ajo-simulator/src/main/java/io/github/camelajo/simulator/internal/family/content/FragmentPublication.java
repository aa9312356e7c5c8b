package io.github.camelajo.simulator.internal.family.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Jobs;
import io.github.camelajo.simulator.internal.core.Json;

/**
 * The publications of one fragment: the last one that was requested, and the live content.
 *
 * @param progress     the progress of the last publication; {@code null} if there was none since the start
 * @param revision     the revision of the fragment that it publishes
 * @param content      the content that it publishes: type and fragment
 * @param failure      how it will fail; {@code null} if it will succeed
 * @param liveRevision the revision of the live content; 0 if there is none
 * @param live         the live content; {@code null} if there is none
 */
record FragmentPublication(
        Jobs.Progress progress,
        int revision,
        ObjectNode content,
        Jobs.Failure failure,
        int liveRevision,
        ObjectNode live) {

    static final int STATES = 2;
    static final FragmentPublication NONE = new FragmentPublication(null, 0, null, null, 0, null);

    FragmentPublication start(ContentItem item, Jobs.Failure newFailure, Jobs.Progress newProgress) {
        return new FragmentPublication(
                newProgress, item.revision(), frozen(item.definition()), newFailure, liveRevision, live);
    }

    /** Makes the content live if its publication has succeeded. */
    FragmentPublication settled() {
        boolean good = progress != null && failure == null && progress.ended();
        return good ? new FragmentPublication(progress, revision, content, null, revision, content) : this;
    }

    /** Returns the state in Adobe's words. There must be a {@link #progress}. */
    String state() {
        if (running()) {
            return "inProgress";
        }
        return failure == null ? "complete" : "error";
    }

    boolean running() {
        return progress != null && !progress.ended();
    }

    /** A published fragment becomes {@code DRAFT} again when it is changed. */
    String status(ContentItem item) {
        if (running()) {
            return "PUBLISHING";
        }
        return liveRevision == item.revision() ? "PUBLISHED" : "DRAFT";
    }

    private static ObjectNode frozen(ObjectNode definition) {
        ObjectNode content = Json.object().put("type", definition.path("type").asText());
        ObjectNode fragment = definition.path("fragment").deepCopy();
        content.set("fragment", fragment.retain("content", "expression"));
        return content;
    }
}

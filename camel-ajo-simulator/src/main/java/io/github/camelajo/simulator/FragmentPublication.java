package io.github.camelajo.simulator;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The publications of one fragment: the last one asked for, and what the last good one made live.
 *
 * @param steps        progress of the last publication; {@code null} if there was none since the start
 * @param revision     revision of the fragment that is being published
 * @param content      its frozen content: type and fragment
 * @param failure      why it fails; {@code null} if it does not
 * @param liveRevision revision of the live content; 0 if there is none
 * @param live         the live content; {@code null} if there is none
 */
record FragmentPublication(
        PollSteps steps, int revision, ObjectNode content, String failure, int liveRevision, ObjectNode live) {

    static final FragmentPublication NONE = new FragmentPublication(null, 0, null, null, 0, null);

    FragmentPublication start(ContentItem item, String newFailure, Instant at) {
        return new FragmentPublication(
                PollSteps.started(2, at), item.revision(), frozen(item.definition()), newFailure, liveRevision, live);
    }

    FragmentPublication polled() {
        return new FragmentPublication(steps.polled(), revision, content, failure, liveRevision, live);
    }

    /** Makes the content live if its publication has come to a good end. */
    FragmentPublication settled(Instant now) {
        boolean good = steps != null && failure == null && steps.ended(now);
        return good ? new FragmentPublication(steps, revision, content, null, revision, content) : this;
    }

    boolean running(Instant now) {
        return steps != null && !steps.ended(now);
    }

    /** {@code DRAFT} again once a published fragment was changed. */
    String status(ContentItem item, Instant now) {
        if (running(now)) {
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

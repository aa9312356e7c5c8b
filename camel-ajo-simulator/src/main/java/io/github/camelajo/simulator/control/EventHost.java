package io.github.camelajo.simulator.control;

import java.util.List;

/** Controls the event host of a simulator, and shows what it has received. A reset restores all settings. */
public interface EventHost {

    /** Returns the events that were accepted, in order; the last 100,000. */
    List<ReceivedEvent> received();

    /** Returns how many events were accepted since the start or the last reset. */
    long count();

    /** Returns how often an event with this {@code _id} was accepted. */
    long count(String id);

    /** Returns the events that started a journey, in order. */
    default List<ReceivedEvent> started() {
        return received().stream()
                .filter(event -> event.fate() == ReceivedEvent.Fate.STARTED)
                .toList();
    }

    /** Sets the form of the answers to batches. {@link BatchAnswerForm#PLACES} at the start. */
    void answerForm(BatchAnswerForm form);

    /** Puts the elements of the next batch answers into another order than the messages. */
    void shuffleAnswers(boolean shuffle);

    /** Leaves out this many elements at the beginning of each batch answer from now on. */
    void dropAnswers(int elements);

    /** Refuses this many of the next messages in batches, with this status and text. */
    void refuseNext(int messages, int status, String message);

    /** Sets the status for an invalid or expired token: 403 at the start, or 401. A missing token always gets a 401. */
    void invalidTokenStatus(int status);

    /**
     * Sets whether this location validates events before it answers when it is asked to. If not, it answers {@code
     * syncValidation} with a 501.
     */
    void syncValidationAvailable(boolean available);
}

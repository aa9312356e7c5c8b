package io.github.camelajo.simulator.control;

import java.util.List;

/**
 * The event host of a simulator: what tests tell it and read of it. All of it goes back to the start with a reset.
 */
public interface EventHost {

    /** The events that were taken, in order; the last 100 000. */
    List<ReceivedEvent> received();

    /** How many events were taken since the start or the last reset. */
    long count();

    /** How often an event with this {@code _id} was taken. */
    long count(String id);

    /** The events that started a journey, in order. */
    default List<ReceivedEvent> started() {
        return received().stream()
                .filter(event -> event.fate() == ReceivedEvent.Fate.STARTED)
                .toList();
    }

    /** The form that answers to batches have; {@link BatchAnswerForm#PLACES} at the start. */
    void answerForm(BatchAnswerForm form);

    /** Lets the next batch answers come in another order than the messages. */
    void shuffleAnswers(boolean shuffle);

    /** Leaves out the first so many elements of each batch answer from now on. */
    void dropAnswers(int elements);

    /** Refuses the next so many messages of batches, each with this status. */
    void refuseNext(int messages, int status, String message);

    /** The status for a token that is not valid or has run out: 403 at the start, or 401. A missing one is always a 401. */
    void invalidTokenStatus(int status);

    /** Whether this location checks events before it answers when asked to; if not, {@code syncValidation} is a 501. */
    void syncValidationAvailable(boolean available);
}

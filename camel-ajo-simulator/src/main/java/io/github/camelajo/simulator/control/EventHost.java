package io.github.camelajo.simulator.control;

import java.util.List;

/** Controls the event host of a simulator, and shows what it has received. A reset restores all settings. */
public interface EventHost {

    /** Returns the last 100,000 events that were accepted, in order. */
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

    /** Sets the form of the answers to batches. It is {@link BatchAnswerForm#PLACES} at the start. */
    void answerForm(BatchAnswerForm form);

    /** Sets whether the elements of batch answers are in another order than the messages. */
    void shuffleAnswers(boolean shuffle);

    /**
     * Sets how many elements at the beginning of each batch answer are left out.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    void dropAnswers(int elements);

    /**
     * Refuses the next messages in batches.
     *
     * @param messages how many; none if it is not positive
     * @param status   the status of each, from 400 to 599
     * @param message  the text of each
     * @throws IllegalArgumentException if the status is not that of an error
     */
    void refuseNext(int messages, int status, String message);

    /**
     * Sets the status for an invalid or expired token. It is 403 at the start. A missing token always gets a 401.
     *
     * @throws IllegalArgumentException if the status is neither 401 nor 403
     */
    void invalidTokenStatus(int status);

    /**
     * Sets whether this location can validate events before it answers. If not, it answers {@code syncValidation} with
     * a 501.
     */
    void syncValidationAvailable(boolean available);
}

package io.github.camelajo.spi;

/** The outcome of an item. */
public enum OutboxState {

    /** Waits to be sent. */
    NEW('N'),

    /** In a batch that is being called. */
    CALLING('C'),

    /** Taken by Adobe. */
    SENT('S'),

    /** Refused by Adobe, or given up after the last attempt. */
    REFUSED('R'),

    /** May have been taken; not sent again by itself. */
    UNKNOWN('U'),

    /** Given up by an operator. */
    DISCARDED('D');

    private final char code;

    OutboxState(char code) {
        this.code = code;
    }

    /** One letter, as it is stored. */
    public char code() {
        return code;
    }

    /** Whether there is something to tell a route. */
    public boolean isTold() {
        return this == SENT || this == REFUSED || this == UNKNOWN;
    }

    /**
     * The state with this letter.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static OutboxState of(String code) {
        for (OutboxState state : values()) {
            if (code != null && code.length() == 1 && code.charAt(0) == state.code) {
                return state;
            }
        }
        throw new IllegalArgumentException("There is no state with the letter " + code);
    }
}

package io.github.camelajo.internal.flow;

/** A runner whose exchanges can wait for something at Adobe. When its endpoint stops, they are told that nobody waits any more. */
public interface WaitingRunner extends Runner, AutoCloseable {

    /** Ends all waiting; what goes on at Adobe goes on. */
    @Override
    void close();
}

package io.github.camelajo.internal.flow;

/** A runner whose exchanges can wait for a job at Adobe. When its endpoint stops, the exchanges are told. */
public interface WaitingRunner extends Runner, AutoCloseable {

    /** Ends all waits. The jobs at Adobe continue. */
    @Override
    void close();
}

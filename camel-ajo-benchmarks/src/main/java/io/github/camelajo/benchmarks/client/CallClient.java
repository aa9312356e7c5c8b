package io.github.camelajo.benchmarks.client;

/** A way to make the {@link Call} and to wait for its answer. */
public interface CallClient extends AutoCloseable {

    /** The answer, read into maps. */
    Object call() throws Exception;

    @Override
    void close() throws Exception;
}

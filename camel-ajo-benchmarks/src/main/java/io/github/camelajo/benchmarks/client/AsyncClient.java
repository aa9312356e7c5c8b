package io.github.camelajo.benchmarks.client;

/** A way to make the {@link Call} without waiting for its answer. */
public interface AsyncClient extends AutoCloseable {

    void call(Done done);

    /** Told once, with the answer or the failure. */
    interface Done {
        void ended(Object answer, Exception failure);
    }

    @Override
    void close() throws Exception;
}

package io.github.camelajo.benchmarks.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.camelajo.benchmarks.client.CallClient;
import io.github.camelajo.benchmarks.client.Subject;
import io.github.camelajo.benchmarks.server.ServerProcess;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One call after the other on one thread. Each iteration is of the next subject in the list, round and round, so that all of
 * them run on the same JVM in the same state of the machine: iteration i belongs to subject i modulo their number.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CallBenchmark {

    /** Port of the server. */
    @Param("0")
    public int port;

    /** Names of {@link Subject}s, joined by a plus sign. */
    @Param("APACHE+AJO_SYNCHRONOUS")
    public String subjects;

    private final List<CallClient> clients = new ArrayList<>();
    private CallClient client;
    private int iteration;

    @Setup(Level.Trial)
    public void open() {
        ServerProcess server = ServerProcess.at(port);
        for (String name : subjects.split("\\+")) {
            clients.add(Subject.valueOf(name).open(server));
        }
    }

    @Setup(Level.Iteration)
    public void next() {
        client = clients.get(iteration++ % clients.size());
    }

    @TearDown(Level.Trial)
    public void close() throws Exception {
        for (CallClient open : clients) {
            open.close();
        }
    }

    @Benchmark
    public Object call() throws Exception {
        return client.call();
    }
}

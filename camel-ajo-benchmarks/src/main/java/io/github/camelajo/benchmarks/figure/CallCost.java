package io.github.camelajo.benchmarks.figure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.github.camelajo.benchmarks.client.Subject;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What one call costs, of several subjects on the same JVM: JMH measures, this tells the iterations apart. */
public final class CallCost {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final List<Subject> subjects;
    private final Map<Subject, Samples> times = new EnumMap<>(Subject.class);
    private final Map<Subject, Samples> cpus = new EnumMap<>(Subject.class);
    private final Map<Subject, Samples> bytes = new EnumMap<>(Subject.class);

    private CallCost(List<Subject> subjects) {
        this.subjects = subjects;
        for (Subject subject : subjects) {
            times.put(subject, new Samples());
            cpus.put(subject, new Samples());
            bytes.put(subject, new Samples());
        }
    }

    /**
     * How much is measured.
     *
     * @param forks  JVMs, one after the other
     * @param warmUp iterations of each subject before those that count
     * @param rounds iterations of each subject that count
     * @param millis length of an iteration
     */
    public record Effort(int forks, int warmUp, int rounds, int millis) {}

    /**
     * Measures.
     *
     * @param javaHome JDK of the forks
     * @param jvmArgs  further arguments for them
     */
    public static CallCost measure(
            Path javaHome, List<String> jvmArgs, int port, List<Subject> subjects, Effort effort) {
        List<String> args = new ArrayList<>(List.of("-Xms512m", "-Xmx512m", "-XX:+UseParallelGC"));
        args.addAll(jvmArgs);
        Options options = new OptionsBuilder()
                .include(CallBenchmark.class.getName() + "\\.call")
                .param("port", Integer.toString(port))
                .param(
                        "subjects",
                        String.join("+", subjects.stream().map(Enum::name).toList()))
                .forks(effort.forks())
                .warmupIterations(effort.warmUp() * subjects.size())
                .warmupTime(TimeValue.milliseconds(effort.millis()))
                .measurementIterations(effort.rounds() * subjects.size())
                .measurementTime(TimeValue.milliseconds(effort.millis()))
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .jvm(javaHome.resolve("bin/java").toString())
                .jvmArgs(args.toArray(String[]::new))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        // The lock of the machine is of no use: nothing can be said about other programs anyway.
        System.setProperty("jmh.ignoreLock", "true");
        try {
            CallCost cost = new CallCost(subjects);
            cost.add(new Runner(options).run());
            return cost;
        } catch (RunnerException e) {
            throw new IllegalStateException("The calls could not be measured", e);
        }
    }

    private void add(Collection<RunResult> results) {
        for (RunResult result : results) {
            for (BenchmarkResult fork : result.getBenchmarkResults()) {
                int number = 0;
                for (IterationResult iteration : fork.getIterationResults()) {
                    Subject subject = subjects.get(number++ % subjects.size());
                    times.get(subject).add(iteration.getPrimaryResult().getScore());
                    cpus.get(subject).add(secondary(iteration, CpuProfiler.CPU));
                    bytes.get(subject).add(secondary(iteration, ALLOCATED));
                }
            }
        }
    }

    private static double secondary(IterationResult iteration, String name) {
        for (String key : iteration.getSecondaryResults().keySet()) {
            if (key.endsWith(name)) {
                return iteration.getSecondaryResults().get(key).getScore();
            }
        }
        throw new IllegalStateException("JMH reports no " + name);
    }

    /** Median time of a call in microseconds. */
    public double micros(Subject subject) {
        return times.get(subject).median();
    }

    /** Median CPU time of a call in microseconds. */
    public double cpuMicros(Subject subject) {
        return cpus.get(subject).median();
    }

    /** Median of the bytes that a call allocates. */
    public double bytes(Subject subject) {
        return bytes.get(subject).median();
    }

    /** Median over the rounds of time against time. */
    public double timeRatio(Subject subject, Subject other) {
        return times.get(subject).medianRatio(times.get(other));
    }

    /** Median over the rounds of CPU time against CPU time. */
    public double cpuRatio(Subject subject, Subject other) {
        return cpus.get(subject).medianRatio(cpus.get(other));
    }

    /** Bytes against bytes. */
    public double bytesRatio(Subject subject, Subject other) {
        return bytes(subject) / bytes(other);
    }
}

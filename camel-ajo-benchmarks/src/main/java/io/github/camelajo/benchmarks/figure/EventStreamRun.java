package io.github.camelajo.benchmarks.figure;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

import io.github.camelajo.AjoComponent;
import io.github.camelajo.benchmarks.client.CamelSetup;
import io.github.camelajo.benchmarks.server.ServerProcess;
import org.apache.camel.impl.DefaultCamelContext;

/** Sends an iterator of very many events in one call, in a small heap. */
final class EventStreamRun {

    private EventStreamRun() {}

    /** Arguments: port of the server, how many events. */
    public static void main(String[] args) {
        ChildJvm.measure(() -> measure(ServerProcess.at(Integer.parseInt(args[0])), Integer.parseInt(args[1])));
    }

    private static Map<String, ?> measure(ServerProcess server, int number) throws Exception {
        PeakHeap heap = PeakHeap.watch();
        try (DefaultCamelContext context = CamelSetup.context(server, 0, 1)) {
            AjoComponent ajo = context.getComponent("ajo", AjoComponent.class);
            ajo.getConfiguration().setEventUrl(server.baseUrl(0));
            context.start();
            long start = System.nanoTime();
            Map<?, ?> answer = context.createProducerTemplate()
                    .requestBody(
                            "ajo:event?operation=sendBatch&connectionId=c&schemaId=s&maxBatchMessages="
                                    + EventRun.BATCH,
                            events(number),
                            Map.class);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (!Long.valueOf(number).equals(answer.get("sent"))) {
                throw new IllegalStateException("Not all events were taken: " + answer);
            }
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("events", number);
            report.put("perSecond", number / seconds);
            report.put("heap", heap.megabytes());
            return report;
        }
    }

    private static Iterator<Object> events(int number) {
        return new Iterator<>() {
            private int given;

            @Override
            public boolean hasNext() {
                return given < number;
            }

            @Override
            public Object next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                given++;
                return EventRun.event();
            }
        };
    }
}

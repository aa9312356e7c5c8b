package io.github.camelajo.benchmarks.figure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import io.github.camelajo.benchmarks.client.Listing;
import io.github.camelajo.benchmarks.server.ServerProcess;

/** Reads a long list in one of several ways; or compares how long the first item takes with how long a page takes. */
final class ListingRun {

    private static final int WARM_UP_ITEMS = 200_000;

    private ListingRun() {}

    /** Arguments: port of the server, "iterator", "split", "jackson", "whole" or "first", number of items or of rounds. */
    public static void main(String[] args) {
        ChildJvm.measure(() -> measure(args));
    }

    private static Map<String, ?> measure(String[] args) throws Exception {
        ServerProcess server = ServerProcess.at(Integer.parseInt(args[0]));
        int number = Integer.parseInt(args[2]);
        return args[1].equals("first") ? first(server, number) : all(server, args[1], number);
    }

    private static Listing.Reader reader(ServerProcess server, String way) {
        return switch (way) {
            case "iterator" -> Listing.iterator(server);
            case "split" -> Listing.split(server);
            case "jackson" -> Listing.jackson(server);
            case "whole" -> Listing.whole(server);
            default -> throw new IllegalArgumentException(way);
        };
    }

    private static Map<String, Object> all(ServerProcess server, String way, int items) throws Exception {
        Listing.Reader reader = reader(server, way);
        int[] sum = new int[1];
        Consumer<Object> consumer = item -> sum[0] += item.hashCode();
        server.reset(86_400, 0, WARM_UP_ITEMS);
        reader.read(consumer);
        server.reset(86_400, 0, items);
        PeakHeap peak = PeakHeap.watch();
        long start = System.nanoTime();
        long count = reader.read(consumer);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (count != items) {
            throw new IllegalStateException(count + " items came in place of " + items + " (" + sum[0] + ")");
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("perSecond", items / seconds);
        report.put("peakMegabytes", peak.megabytes());
        return report;
    }

    private static Map<String, Object> first(ServerProcess server, int rounds) throws Exception {
        server.reset(86_400, 0, WARM_UP_ITEMS);
        Listing.Reader first = Listing.firstOfIterator(server);
        Listing.Reader page = Listing.onePage(server);
        Samples firsts = new Samples();
        Samples pages = new Samples();
        for (int i = 0; i < 2 * rounds; i++) {
            if (i == rounds) {
                firsts = new Samples();
                pages = new Samples();
            }
            firsts.add(millis(first));
            pages.add(millis(page));
        }
        return Map.of("first", firsts.median(), "page", pages.median(), "ratio", firsts.medianRatio(pages));
    }

    private static double millis(Listing.Reader reader) throws Exception {
        long[] came = new long[1];
        long start = System.nanoTime();
        reader.read(item -> came[0] = System.nanoTime());
        return (came[0] - start) / 1e6;
    }
}

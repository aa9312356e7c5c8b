package io.github.camelajo.soak;

import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.camelajo.AjoComponent;
import io.github.camelajo.AjoConfiguration;
import io.github.camelajo.internal.wire.Connections;
import io.github.camelajo.simulator.AjoSimulator;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static io.github.camelajo.ComponentInternals.transportOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Some minutes of everything that can go wrong at the same time, with 64 routes in two contexts. Its verdicts count and do not
 * measure time, so they are the same on a slow machine.
 *
 * <p>System properties: {@code soak.seconds} (120 if not set) and {@code soak.seed}, which sets the order of the faults.</p>
 */
@Tag("soak")
class SoakTest {

    private static final int CONTEXTS = 2;
    private static final int ROUTES = 32;
    private static final int PLACES = 12;
    private static final long MEGABYTE = 1 << 20;
    private static final long HEAP_GROWTH = 24 * MEGABYTE;

    private final Duration length = Duration.ofSeconds(Long.getLong("soak.seconds", 120));
    private final long seed = Long.getLong("soak.seed", System.nanoTime());
    private final SoakLedger ledger = new SoakLedger();
    private final List<SoakWatch> watches = new ArrayList<>();
    private final List<CamelContext> contexts = new ArrayList<>();
    private final List<AjoComponent> components = new ArrayList<>();
    private final List<SoakDriver> drivers = new ArrayList<>();
    private final Map<String, Object> summary = new LinkedHashMap<>();
    // The parts of a run share it. The first revocation comes early, for runs that are short.
    private long revokedAt =
            System.nanoTime() - SoakFaults.BETWEEN_REVOCATIONS.dividedBy(2).toNanos();

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void nothingIsLostSentTwiceOrLeftOver() throws Exception {
        summary.put("seed (soak.seed)", seed);
        summary.put("seconds (soak.seconds)", length.toSeconds());
        System.out.println("Soak of " + length.toSeconds() + " s, seed " + seed);
        AjoSimulator simulator = AjoSimulator.builder()
                .port(freePort())
                .tokenLifetime(Duration.ofSeconds(20))
                .suppressionEntries(200)
                .start();
        simulator.addListener(ledger);
        try (simulator) {
            for (int i = 0; i < CONTEXTS; i++) {
                startContext(simulator, "soak-" + i);
            }
            // The first part fills caches, pools and histories; what grows after that is a leak.
            soak(simulator, length.dividedBy(3), seed);
            long early = usedHeap(simulator);
            soak(simulator, length.minus(length.dividedBy(3)), seed + 1);
            long late = usedHeap(simulator);
            summary.put("heap early / late, MB", early / MEGABYTE + " / " + late / MEGABYTE);

            SoftAssertions verdict = new SoftAssertions();
            judge(verdict);
            verdict.assertThat(late - early)
                    .as("growth of the used heap in bytes")
                    .isLessThan(HEAP_GROWTH);
            for (CamelContext context : contexts) {
                context.stop();
            }
            judgeWhatIsLeft(simulator, verdict);
            print();
            verdict.assertAll();
        } finally {
            contexts.forEach(CamelContext::stop);
        }
    }

    private void startContext(AjoSimulator simulator, String name) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        context.getCamelContextExtension().setName(name);
        context.getShutdownStrategy().setTimeout(20);
        SoakWatch watch = new SoakWatch();
        AjoComponent component = new AjoComponent();
        component.setHttpComponent(watch.httpComponent());
        component.setMaxConcurrentRequests(PLACES);
        AjoConfiguration configuration = component.getConfiguration();
        configuration.setClientId(simulator.clientId());
        configuration.setClientSecret(simulator.clientSecret());
        configuration.setOrganizationId(simulator.organizationId());
        configuration.setScopes(simulator.scopes());
        configuration.setBaseUrl(simulator.baseUrl());
        configuration.setTokenEndpoint(simulator.tokenEndpoint());
        configuration.setSandbox(AjoSimulator.DEVELOPMENT_SANDBOX);
        configuration.setResponseTimeout(10_000);
        configuration.setRequestTimeout(15_000);
        context.addComponent("ajo", component);
        SoakRoutes.Kind[] kinds = SoakRoutes.Kind.values();
        context.addRoutes(new SoakRoutes(ledger, (ROUTES + kinds.length - 1) / kinds.length));
        context.start();
        contexts.add(context);
        components.add(component);
        watches.add(watch);
        for (int route = 0; route < ROUTES; route++) {
            int window = route % 3 == 0 ? 1 : 2;
            drivers.add(new SoakDriver(context, kinds[route % kinds.length], route / kinds.length, window, ledger));
        }
    }

    private void soak(AjoSimulator simulator, Duration time, long partSeed) throws Exception {
        SoakFaults faults = new SoakFaults(simulator, watches, partSeed, revokedAt);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            long end = System.nanoTime() + time.toNanos();
            Future<?> faulty = threads.submit(faults);
            Map<SoakDriver, Future<?>> driven = new LinkedHashMap<>();
            for (SoakDriver driver : drivers) {
                driven.put(driver, threads.submit(() -> {
                    driver.drive(end);
                    return null;
                }));
            }
            TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
            faults.stop();
            faulty.get();
            revokedAt = faults.revokedAt();
            assertThat(faults.broken()).isNull();
            driven.forEach(SoakTest::comesBack);
            faults.done().forEach((what, times) -> summary.merge("fault: " + what, times, (a, b) -> (int) a + (int) b));
        } finally {
            threads.shutdownNow();
        }
        // The last exchange is back a moment before the component has tidied up behind it.
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> components.forEach(component -> {
                    assertThat(transportOf(component).stats().inFlight()).isZero();
                    assertThat(transportOf(component).dispatcher().active()).isZero();
                    assertThat(transportOf(component).dispatcher().queued()).isZero();
                    assertThat(transportOf(component).connections())
                            .matches(held -> held.inUse() == 0 && held.waiting() == 0, "no connection in use");
                }));
    }

    /** Generous: more than all time limits of a call together, so that only what is stuck for good is found here. */
    private static void comesBack(SoakDriver driver, Future<?> driven) {
        try {
            driven.get(2, TimeUnit.MINUTES);
        } catch (TimeoutException e) {
            throw new AssertionError("An exchange of " + driver + " never came back\n" + threadDump(), e);
        } catch (ExecutionException e) {
            throw new AssertionError(driver + " failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String threadDump() {
        StringBuilder dump = new StringBuilder();
        Thread.getAllStackTraces().forEach((thread, frames) -> {
            if (thread.getName().contains("Ajo")) {
                dump.append(thread.getName()).append('\n');
                Arrays.stream(frames)
                        .limit(25)
                        .forEach(frame -> dump.append("    ").append(frame).append('\n'));
            }
        });
        return dump.toString();
    }

    private static long usedHeap(AjoSimulator simulator) {
        simulator.forgetRequests();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    private void judge(SoftAssertions verdict) {
        summary.put("exchanges", ledger.exchanges());
        ledger.outcomes().forEach((outcome, times) -> summary.put("  " + outcome, times.sum()));
        summary.put("requests at the server", ledger.answers());
        summary.put("non-idempotent requests at the server", ledger.nonIdempotentArrivals());
        summary.put("redelivered by routes", ledger.redeliveries());
        summary.put(
                "token requests", watches.stream().map(SoakWatch::tokenRequests).toList());
        summary.put(
                "most token requests at a time",
                watches.stream().map(SoakWatch::mostTokenRequestsAtATime).toList());
        summary.put("401 answers", watches.stream().map(SoakWatch::refused).toList());

        none(verdict, "exchanges that did not complete exactly once", ledger.notCompletedOnce());
        none(verdict, "non-idempotent calls that were carried out twice", ledger.duplicates());
        none(verdict, "calls that were repeated twice for their token", ledger.refusedAgain());
        verdict.assertThat(ledger.unexpected())
                .as("exchanges that failed with something else than an AjoException")
                .isEmpty();
        verdict.assertThat(ledger.succeeded())
                .as("kinds of routes of which exchanges succeeded in spite of all")
                .containsExactlyInAnyOrder(SoakRoutes.Kind.values());
        for (SoakWatch watch : watches) {
            verdict.assertThat(watch.mostTokenRequestsAtATime())
                    .as("token requests at a time")
                    .isEqualTo(1);
            verdict.assertThat(watch.withDeadToken())
                    .as("requests with a token that the sending thread knew to be dead")
                    .isZero();
        }
    }

    private void none(SoftAssertions verdict, String what, int[] numbers) {
        summary.put(what, numbers.length);
        verdict.assertThat(numbers.length)
                .as("%s, for example %s", what, Arrays.toString(Arrays.copyOf(numbers, Math.min(5, numbers.length))))
                .isZero();
    }

    private void judgeWhatIsLeft(AjoSimulator simulator, SoftAssertions verdict) {
        Duration patience = Duration.ofSeconds(60);
        try {
            await().atMost(patience).until(() -> threadsLeft().isEmpty() && simulator.openConnections() == 0);
        } catch (org.awaitility.core.ConditionTimeoutException e) {
            // Told below.
        }
        summary.put("threads left", threadsLeft().size());
        summary.put("connections left", simulator.openConnections());
        verdict.assertThat(threadsLeft()).as("threads left").isEmpty();
        verdict.assertThat(simulator.openConnections())
                .as("connections left at the server")
                .isZero();
        for (AjoComponent component : components) {
            verdict.assertThat(transportOf(component).connections()).isEqualTo(new Connections(0, 0, 0));
        }
    }

    private static List<String> threadsLeft() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("Camel (soak-") || name.contains("Ajo"))
                .toList();
    }

    private void print() {
        int width = summary.keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder table = new StringBuilder("\nSoak summary\n");
        summary.forEach((what, value) -> table.append(String.format("  %-" + width + "s  %s%n", what, value)));
        System.out.println(table);
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

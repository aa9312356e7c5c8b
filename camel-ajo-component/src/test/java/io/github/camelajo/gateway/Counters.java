package io.github.camelajo.gateway;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelajo.gateway.RawServer.Script;

import static org.assertj.core.api.Assertions.assertThat;

/** Counts what must never happen, from the side of the servers. */
final class Counters {

    private final AtomicInteger loginsUnderWay = new AtomicInteger();
    private final AtomicInteger concurrentLogins = new AtomicInteger();
    private final Set<String> refusedTokens = ConcurrentHashMap.newKeySet();
    private final AtomicInteger deadTokens = new AtomicInteger();
    private final AtomicInteger creates = new AtomicInteger();

    Script login(Script script) {
        return new Watched(script) {
            @Override
            public void answer(Wire wire, Received request, int number) throws IOException {
                if (loginsUnderWay.incrementAndGet() > 1) {
                    concurrentLogins.incrementAndGet();
                }
                try {
                    script.answer(wire, request, number);
                } finally {
                    loginsUnderWay.decrementAndGet();
                }
            }
        };
    }

    Script api(Script script) {
        return new Watched(script) {
            @Override
            public void answer(Wire wire, Received request, int number) throws IOException {
                String token = request.header("authorization");
                if (refusedTokens.contains(token)) {
                    deadTokens.incrementAndGet();
                }
                boolean create = request.line().startsWith("POST");
                if (create) {
                    creates.incrementAndGet();
                }
                script.answer(
                        wire.telling(sent -> {
                            if (sent.startsWith("HTTP/1.1 401")) {
                                refusedTokens.add(token);
                                if (create) {
                                    // The gateway did not let it through.
                                    creates.decrementAndGet();
                                }
                            }
                        }),
                        request,
                        number);
            }
        };
    }

    void check() {
        assertThat(concurrentLogins).as("concurrent token requests").hasValue(0);
        assertThat(deadTokens).as("requests with a dead token").hasValue(0);
        assertThat(creates.get()).as("creates that reached the service").isLessThanOrEqualTo(1);
    }

    /** The same as another script before it answers. */
    private abstract static class Watched implements Script {

        private final Script script;

        Watched(Script script) {
            this.script = script;
        }

        @Override
        public boolean accepts(Wire wire) throws IOException {
            return script.accepts(wire);
        }

        @Override
        public boolean headOnly() {
            return script.headOnly();
        }
    }
}

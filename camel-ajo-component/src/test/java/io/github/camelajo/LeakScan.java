package io.github.camelajo;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.camelajo.simulator.AjoSimulator;

/** Collects over the whole suite what must not be seen and what could show it. */
final class LeakScan {

    private static final Set<AjoSimulator> SIMULATORS = ConcurrentHashMap.newKeySet();
    private static final Set<String> TOKENS = ConcurrentHashMap.newKeySet();
    private static final Queue<String> TEXTS = new ConcurrentLinkedQueue<>();

    private LeakScan() {}

    static void note(AjoSimulator simulator) {
        SIMULATORS.add(simulator);
        TOKENS.addAll(simulator.issuedTokens());
    }

    static void note(Throwable failure) {
        if (failure != null) {
            StringWriter text = new StringWriter();
            failure.printStackTrace(new PrintWriter(text));
            TEXTS.add(text.toString());
        }
    }

    static Set<String> secrets() {
        Set<String> secrets = ConcurrentHashMap.newKeySet();
        secrets.addAll(TOKENS);
        SIMULATORS.forEach(simulator -> secrets.add(simulator.clientSecret()));
        return secrets;
    }

    static Queue<String> texts() {
        return TEXTS;
    }
}

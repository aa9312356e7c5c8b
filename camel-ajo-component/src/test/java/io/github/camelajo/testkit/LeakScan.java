package io.github.camelajo.testkit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.camelajo.simulator.AjoSimulator;

/** Collects over the whole suite what must not be seen and what could show it. */
public final class LeakScan {

    private static final Set<AjoSimulator> SIMULATORS = ConcurrentHashMap.newKeySet();
    private static final Set<String> TOKENS = ConcurrentHashMap.newKeySet();
    private static final Queue<String> TEXTS = new ConcurrentLinkedQueue<>();

    private LeakScan() {}

    public static void note(AjoSimulator simulator) {
        SIMULATORS.add(simulator);
        TOKENS.addAll(simulator.issuedTokens());
    }

    public static void note(Throwable failure) {
        if (failure != null) {
            StringWriter text = new StringWriter();
            failure.printStackTrace(new PrintWriter(text));
            TEXTS.add(text.toString());
        }
    }

    public static Set<String> secrets() {
        Set<String> secrets = ConcurrentHashMap.newKeySet();
        secrets.addAll(TOKENS);
        SIMULATORS.forEach(simulator -> secrets.add(simulator.clientSecret()));
        return secrets;
    }

    public static Queue<String> texts() {
        return TEXTS;
    }
}

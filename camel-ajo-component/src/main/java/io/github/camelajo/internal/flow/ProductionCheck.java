package io.github.camelajo.internal.flow;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.internal.call.Pace;
import io.github.camelajo.internal.request.CallInput;

/** Knows which sandboxes are for production. The type of a sandbox does not change, so each is asked for once. */
public final class ProductionCheck {

    private final Map<Key, Boolean> known = new ConcurrentHashMap<>();

    private record Key(String organization, String sandbox) {}

    /**
     * Finds out whether a sandbox is for production.
     *
     * @param sandboxes lists the sandboxes that the credential sees
     * @param done      gets the answer, {@code null} when the credential does not see the sandbox, or what went wrong
     */
    void ask(String organization, CallInput call, Runner sandboxes, Pace pace, BiConsumer<Boolean, AjoException> done) {
        Key key = new Key(organization, call.sandbox());
        Boolean answer = known.get(key);
        if (answer != null) {
            done.accept(answer, null);
            return;
        }
        sandboxes.start(call, pace, (result, failure) -> {
            if (failure != null) {
                done.accept(null, failure);
                return;
            }
            if (result.answer().body() instanceof Collection<?> all) {
                all.forEach(item -> remember(organization, item));
            }
            done.accept(known.get(key), null);
        });
    }

    private void remember(String organization, Object item) {
        if (item instanceof Map<?, ?> sandbox && sandbox.get("name") != null && sandbox.get("type") != null) {
            known.put(
                    new Key(organization, sandbox.get("name").toString()),
                    "production".equalsIgnoreCase(sandbox.get("type").toString()));
        }
    }
}

package io.github.camelajo.example.customaction;

import java.util.Map;
import java.util.UUID;

import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.control.ActionAuth;
import io.github.camelajo.simulator.control.ActionOutcome;
import io.github.camelajo.simulator.control.CustomAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A journey with the custom action, played by the simulator, so that there is something to see without an account. */
public final class PlayedJourney {

    private static final Logger LOG = LoggerFactory.getLogger("vouchers");

    private final AjoSimulator simulator;
    private final String url;
    private final String key;
    /** Another one in each run: the database remembers those of earlier runs. */
    private final String instance = UUID.randomUUID().toString();

    PlayedJourney(AjoSimulator simulator, String url, String key) {
        this.simulator = simulator;
        this.url = url;
        this.key = key;
    }

    /** The call of a step, the same once more, and one with a wrong key. */
    public void run() throws InterruptedException {
        LOG.info("A journey calls:             {}", call(key));
        LOG.info("It repeats the call:         {}", call(key));
        LOG.info("Somebody has a wrong key:    {}", call("not the right key"));
    }

    private ActionOutcome call(String withKey) throws InterruptedException {
        return simulator.callCustomAction(CustomAction.post(url)
                .sandbox(AjoSimulator.DEVELOPMENT_SANDBOX)
                .auth(ActionAuth.header(ActionKey.HEADER, withKey))
                .body(Map.of("instance", instance, "node", "n-1", "email", "jane@example.com", "amount", 20))
                .build());
    }
}

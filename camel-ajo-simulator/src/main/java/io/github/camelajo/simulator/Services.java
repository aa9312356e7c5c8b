package io.github.camelajo.simulator;

import java.time.InstantSource;
import java.util.List;

/** Every API family the simulator plays. A further family is added here and nowhere else. */
final class Services {

    private final CappingService capping;
    private final ThrottlingService throttling;
    private final JourneyService journey;
    private final List<ApiService> all;

    Services(SimulatorOptions options, InstantSource clock) {
        capping = new CappingService(clock);
        throttling = new ThrottlingService(clock);
        journey = new JourneyService(options);
        all = List.of(capping, throttling, journey, new MessageService(), new RawService());
    }

    List<ApiService> all() {
        return all;
    }

    ThrottlingService throttling() {
        return throttling;
    }

    void reset() {
        all.forEach(ApiService::reset);
    }
}

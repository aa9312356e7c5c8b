package io.github.camelajo.simulator;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class AjoSimulatorPerTestTest {

    private static AjoSimulator earlier;

    @RegisterExtension
    final AjoSimulatorExtension perTest =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(0));

    @RepeatedTest(2)
    void runsOneSimulatorPerTestOnAnInstanceField(AjoSimulator simulator) {
        assertThat(simulator.isRunning()).isTrue();
        if (earlier != null) {
            assertThat(earlier).isNotSameAs(simulator);
            assertThat(earlier.isRunning()).isFalse();
        }
        earlier = simulator;
    }
}

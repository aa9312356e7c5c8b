package io.github.camelajo.example.java;

import io.github.camelajo.example.common.LogLines;
import io.github.camelajo.example.common.WithoutAccount;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.simulator.control.ReceivedRequest;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class OrderConfirmationsTest {

    @RegisterExtension
    final WithoutAccount withoutAccount = new WithoutAccount();

    @RegisterExtension
    final LogLines log = new LogLines("orders");

    @Test
    void everyOrderIsConfirmedOnceInCallsOfTwenty() {
        OrderConfirmations example = new OrderConfirmations(410);

        assertThat(example.runToTheEnd()).isZero();

        assertThat(simulator(example).messagesSent()).hasSize(410).doesNotHaveDuplicates();
        assertThat(simulator(example).requests()).hasSize(21);
        assertThat(simulator(example).tokenRequests()).hasSize(1);
        assertThat(log.lines()).last().asString().startsWith("410 confirmations went out in 21 calls, 0 failed");
    }

    @Test
    void aCallThatIsRefusedForTooManyIsMadeAgainAndSendsOnce() {
        OrderConfirmations example = new OrderConfirmations(20);
        onceStarted(example, () -> simulator(example).failNext(1, 429));

        assertThat(example.runToTheEnd()).isEqualTo(0);

        assertThat(simulator(example).requests()).hasSize(2);
        assertThat(simulator(example).messagesSent()).hasSize(20);
    }

    @Test
    void aFailureAfterWhichMailsMayHaveGoneOutIsNotTriedAgain() {
        OrderConfirmations example = new OrderConfirmations(40);
        onceStarted(example, () -> simulator(example)
                .failNext(Fault.builder().status(500).build()));

        assertThat(example.runToTheEnd()).isEqualTo(1);

        assertThat(simulator(example).requests()).hasSize(2);
        assertThat(example.receipts().failed()).isEqualTo(20);
        assertThat(example.receipts().sent()).isEqualTo(20);
        assertThat(example.receipts().calls()).isEqualTo(1);
        assertThat(log.lines()).anyMatch(line -> line.startsWith("Not sent: ") && line.contains("500"));
    }

    @Test
    void eachRecipientGetsTheirOwnOrder() {
        OrderConfirmations example = new OrderConfirmations(2);

        example.runToTheEnd();

        assertThat(simulator(example).requests())
                .singleElement()
                .extracting(ReceivedRequest::bodyAsString)
                .asString()
                .contains("customer00001@example.com", "A-00001", "customer00002@example.com", "A-00002");
    }

    private static AjoSimulator simulator(OrderConfirmations example) {
        return example.simulator().orElseThrow();
    }

    private static void onceStarted(OrderConfirmations example, Runnable action) {
        example.addMainListener(new MainListenerSupport() {
            @Override
            public void afterConfigure(BaseMainSupport main) {
                action.run();
            }
        });
    }
}

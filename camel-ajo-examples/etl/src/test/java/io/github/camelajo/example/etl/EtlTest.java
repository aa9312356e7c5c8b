package io.github.camelajo.example.etl;

import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole example, in a short form: servers, two workers, a kill, and a count that has to add up. */
@Tag("servers")
@Timeout(600)
class EtlTest {

    @Test
    void everythingAddsUpAlthoughAWorkerIsKilledInTheMiddle() throws Exception {
        Ledger ledger = new Etl(200, Path.of("src/main/config"), Path.of("target")).run();

        assertThat(ledger.wrongs()).isEmpty();
        assertThat(ledger.lines())
                .allSatisfy(line -> assertThat(line.problem()).isNull())
                .extracting(Ledger.Line::what)
                .containsExactly("mails", "journey events", "unsubscribes", "suppression list", "journeys", "limits");
        Ledger.Line mails = ledger.lines().get(0);
        assertThat(mails.given()).isEqualTo(200);
        // The answer that came too late.
        assertThat(mails.parked()).isPositive();
        assertThat(mails.sent()).isPositive();
        assertThat(ledger.lines().get(2).refused()).isEqualTo(1);
    }
}

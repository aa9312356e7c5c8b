package io.github.camelajo.example.etl;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerTest {

    private final Ledger ledger = new Ledger();

    @ParameterizedTest
    @CsvSource({"sent,1", "refused,0", "unknown,0", "unknown,1"})
    void addsUp(String state, long atAdobe) {
        ledger.delivered("mails", Set.of("A-1"), Map.of("A-1", state), order -> atAdobe);
        assertThat(ledger.addsUp()).isTrue();
        assertThat(ledger.toString()).contains("adds up").doesNotContain("NOT");
    }

    @ParameterizedTest
    @CsvSource({"sent,0", "sent,2", "refused,1", "unknown,2", "calling,0"})
    void doesNotAddUpWhenAdobeHasMoreOrLess(String state, long atAdobe) {
        ledger.delivered("mails", Set.of("A-1"), Map.of("A-1", state), order -> atAdobe);
        assertThat(ledger.addsUp()).isFalse();
        assertThat(ledger.toString()).contains("DOES NOT ADD UP: A-1 is " + state);
    }

    @Test
    void doesNotAddUpWhenAnItemHasNoOutcomeOrNobodyGaveIt() {
        ledger.delivered("mails", Set.of("A-1", "A-2"), Map.of("A-1", "sent"), order -> 1);
        assertThat(ledger.addsUp()).isFalse();
        Ledger another = new Ledger();
        another.delivered("mails", Set.of(), Map.of("A-1", "sent"), order -> 1);
        assertThat(another.addsUp()).isFalse();
    }

    @Test
    void aListAddsUpWhenBothSidesAreTheSame() {
        ledger.synced("journeys", Set.of("a", "b"), Set.of("b", "a"));
        assertThat(ledger.addsUp()).isTrue();
        ledger.synced("journeys", Set.of("a", "b"), Set.of("a", "c"));
        assertThat(ledger.addsUp()).isFalse();
    }

    @Test
    void doesNotAddUpWhenSomethingWentWrongOnTheWay() {
        ledger.synced("journeys", Set.of("a"), Set.of("a"));
        ledger.wrong("worker-2 has not ended in order");
        assertThat(ledger.addsUp()).isFalse();
        assertThat(ledger.toString()).contains("WRONG: worker-2 has not ended in order");
    }
}

package io.github.camelajo.example.quarkus;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelajo.example.quarkus.Change.Kind;
import io.github.camelajo.model.EndpointConfig;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlanTest {

    private static final EndpointLimit LIMIT = new EndpointLimit(
            "https://example.com/*", Set.of("GET", "POST"), "action", 100, Duration.ofSeconds(1), null);

    @Test
    void whatAdobeLacksIsCreated() {
        assertThat(Plan.changes(List.of(LIMIT), List.of(), false))
                .containsExactly(new Change(Kind.CREATE, LIMIT.key(), LIMIT, null));
    }

    @Test
    void whatIsAsWantedAndDeployedNeedsNothing() {
        assertThat(Plan.changes(List.of(LIMIT), List.of(stored(LIMIT, "1", "deployed")), true))
                .isEmpty();
    }

    @Test
    void theOrderOfMethodsDoesNotMatter() {
        EndpointConfig other = EndpointConfig.action(LIMIT.url(), List.of("POST", "GET"), 100, Duration.ofSeconds(1));

        assertThat(LIMIT.isStoredIn(other)).isTrue();
    }

    @Test
    void noLimitOfConnectionsReadsAsMinusOneToo() {
        assertThat(LIMIT.isStoredIn(LIMIT.toConfig().withMaxHttpConnections(-1)))
                .isTrue();
        assertThat(LIMIT.isStoredIn(LIMIT.toConfig().withMaxHttpConnections(10)))
                .isFalse();
    }

    @Test
    void whatIsStoredButDoesNotActIsDeployed() {
        assertThat(Plan.changes(List.of(LIMIT), List.of(stored(LIMIT, "1", "updated")), false))
                .containsExactly(new Change(Kind.DEPLOY, LIMIT.key(), LIMIT, "1"));
    }

    @Test
    void whatDiffersIsUpdated() {
        EndpointLimit slower =
                new EndpointLimit(LIMIT.url(), LIMIT.methods(), "action", 50, Duration.ofSeconds(1), null);

        assertThat(Plan.changes(List.of(slower), List.of(stored(LIMIT, "1", "deployed")), false))
                .containsExactly(new Change(Kind.UPDATE, LIMIT.key(), slower, "1"));
    }

    @Test
    void theSameAddressForAnotherCallerIsAnotherLimit() {
        EndpointLimit dataSource =
                new EndpointLimit(LIMIT.url(), LIMIT.methods(), "dataSource", 100, Duration.ofSeconds(1), null);

        assertThat(Plan.changes(List.of(dataSource), List.of(stored(LIMIT, "1", "deployed")), true))
                .extracting(Change::kind)
                .containsExactly(Kind.CREATE, Kind.REMOVE);
    }

    @Test
    void anEndpointThatAdobeHasTwiceIsLeftToAPerson() {
        assertThatThrownBy(() -> Plan.changes(
                        List.of(LIMIT), List.of(stored(LIMIT, "1", "deployed"), stored(LIMIT, "2", "created")), false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("https://example.com/*", "1 and 2", "Remove one");
    }

    @Test
    void anEmptyFileDoesNotRemoveEverything() {
        assertThatThrownBy(() -> Plan.changes(List.of(), List.of(stored(LIMIT, "1", "deployed")), true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("all 1 configurations would be removed");
        assertThat(Plan.changes(List.of(), List.of(stored(LIMIT, "1", "deployed")), false))
                .isEmpty();
    }

    private static EndpointConfig stored(EndpointLimit limit, String uid, String state) {
        EndpointConfig config = limit.toConfig();
        return new EndpointConfig(
                config.url(),
                config.methods(),
                config.services(),
                null,
                uid,
                null,
                state,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of());
    }
}

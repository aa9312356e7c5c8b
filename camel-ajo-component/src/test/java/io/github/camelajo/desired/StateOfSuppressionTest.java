package io.github.camelajo.desired;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.model.StateChange;
import io.github.camelajo.model.StateChange.Action;
import io.github.camelajo.model.StateReport;
import io.github.camelajo.testkit.StateTestSupport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StateOfSuppressionTest extends StateTestSupport {

    private static Map<String, Object> entry(String value) {
        return Map.of("entity", Map.of("entityValue", value), "comment", "left the company");
    }

    private static Map<String, Object> document(String section, String... values) {
        return new LinkedHashMap<>(Map.of(
                "version",
                1,
                "name",
                "shop",
                section,
                Stream.of(values).map(StateOfSuppressionTest::entry).toList()));
    }

    private long size(String api) {
        return template.requestBody("ajo:" + api + "?operation=list&paging=all", null, List.class)
                .size();
    }

    @Test
    void entriesAreAddedInOneCallAndThenLeftAlone() {
        Map<String, Object> wanted = document("suppressionAddress", "one@shop.example", "Two@Shop.example");
        StateReport applied = apply("suppression-address", wanted);
        assertThat(applied.counts()).containsEntry("create", 2);
        assertThat(writes()).containsExactly("POST /ajo/config/suppression/addresses");
        settled("suppression-address", wanted);
    }

    @Test
    void noAddressIsInAReport() {
        StateReport plan = plan("suppression-address", document("suppressionAddress", "one@shop.example"));
        assertThat(plan.text()).doesNotContain("one@shop.example").contains("o***@shop.example #");
        assertThat(plan.toString()).doesNotContain("one@shop.example");
    }

    /** Both are shown as a***@shop.example, with digits that tell them apart. */
    @Test
    void addressesThatLookAlikeWhenMaskedAreTwo() {
        StateReport both =
                plan("suppression-address", document("suppressionAddress", "anna@shop.example", "andy@shop.example"));
        assertThat(both.changes()).hasSize(2).extracting(StateChange::key).doesNotHaveDuplicates();
        assertThat(both.changes()).allSatisfy(change -> assertThat(change.key()).startsWith("a***@shop.example #"));
        StateReport one = plan("suppression-address", document("suppressionAddress", "anna@shop.example"));
        StateReport other = plan("suppression-address", document("suppressionAddress", "andy@shop.example"));
        assertThat(one.fingerprint()).isNotEqualTo(other.fingerprint());
        // The plan of one does not let the other be added.
        assertThat(failing(
                        "suppression-address",
                        document("suppressionAddress", "andy@shop.example"),
                        "&planFingerprint=" + one.fingerprint()))
                .hasMessageContaining("the plan has changed")
                .hasMessageNotContaining("andy");
        assertThat(writes()).isEmpty();
    }

    @Test
    void anEntryThatABounceBroughtIsAsWantedAndNeverTouched() {
        // Invented entries: the second of three comes from a bounce.
        Map<String, Object> wanted = document("suppressionAddress", "suppressed0000000001@example.com");
        settled("suppression-address", wanted);
        long before = size("suppression-address");
        Map<String, Object> other = document("suppressionAddress", "one@shop.example");
        apply("suppression-address", other, "&prune=managed");
        assertThat(size("suppression-address")).isEqualTo(before + 1);
        settled("suppression-address", other, "&prune=managed");
    }

    @Test
    void onlyEntriesWithTheMarkOfThisStateAreRemoved() {
        template.requestBody(
                "ajo:suppression-address?operation=add",
                List.of(Map.of("entity", Map.of("type", "email", "entityValue", "hand@shop.example"))));
        apply("suppression-address", document("suppressionAddress", "one@shop.example", "two@shop.example"));
        long before = size("suppression-address");
        Map<String, Object> fewer = document("suppressionAddress", "one@shop.example");
        StateReport applied = apply("suppression-address", fewer, "&prune=managed");
        assertThat(applied.counts()).containsEntry("delete", 1);
        assertThat(size("suppression-address")).isEqualTo(before - 1);
        settled("suppression-address", fewer, "&prune=managed");
    }

    @Test
    void pruningToNothingIsRefusedUnlessItIsAllowed() {
        apply("suppression-domain", document("suppressionDomain", "shop.example"));
        Map<String, Object> nothing = document("suppressionDomain");
        simulator().forgetRequests();
        AjoValidationException refused =
                failure(AjoValidationException.class, "ajo:suppression-domain?operation=apply&prune=managed", nothing);
        assertThat(refused).hasMessageContaining("allowEmpty=true");
        assertThat(simulator().requests()).isEmpty();
        long before = size("suppression-domain");
        apply("suppression-domain", nothing, "&prune=managed&allowEmpty=true");
        assertThat(size("suppression-domain")).isEqualTo(before - 1);
        settled("suppression-domain", nothing, "&prune=managed&allowEmpty=true");
    }

    @Test
    void aDomainIsAddedToTheAllowListAndCannotBeTakenOffIt() {
        Map<String, Object> allowed = Map.of("entity", Map.of("entityValue", "shop.example"), "listType", "allowed");
        Map<String, Object> wanted =
                new LinkedHashMap<>(Map.of("version", 1, "name", "shop", "suppressionDomain", List.of(allowed)));
        apply("suppression-domain", wanted);
        settled("suppression-domain", wanted);
        Map<String, Object> nothing = document("suppressionDomain");
        assertThat(plan("suppression-domain", nothing, "&prune=managed&allowEmpty=true")
                        .changes())
                .singleElement()
                .satisfies(change -> assertThat(change.action()).isEqualTo(Action.IMPOSSIBLE));
        settled("suppression-domain", wanted);
    }
}

package io.github.camelajo.internal.desired;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.internal.desired.StateKind.After;
import io.github.camelajo.model.StateChange;
import io.github.camelajo.model.StateChange.Action;
import io.github.camelajo.model.StateReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A value that nobody may see is compared as it is. What is shown of it hides neither that it differs nor that it does not. */
class MaskedDifferenceTest {

    private static final List<FieldRule> RULES = List.of(
            FieldRule.text("name", "Name").mandatory(),
            FieldRule.text("owner.mail", "Whose it is").as(FieldRule.Role.PERSONAL));

    /** As an adaptor for another API could have: a personal field beside the key. */
    private static final StateKind KIND = new StateKind(
            "thing",
            "template",
            "Things",
            List.of("name"),
            null,
            false,
            "id",
            "templateId",
            true,
            null,
            After.NOTHING,
            Set.of("id"),
            RULES,
            RuleTree.of(RULES));

    private static final StateOptions OPTIONS =
            new StateOptions(true, true, true, false, false, false, null, false, 10, false, Duration.ZERO);

    private static Map<String, Object> thing(String mail) {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("name", "one");
        if (mail != null) {
            thing.put("owner", Map.of("mail", mail));
        }
        return thing;
    }

    private static Wanted wanted(String mail) {
        Map<String, Object> raw = thing(mail);
        Map<String, Object> canon = KIND.canon(raw);
        return new Wanted(KIND, StateKey.of(KIND, canon), null, raw, canon, true);
    }

    private static Detail present(String mail) {
        return new Detail("id-1", thing(mail), null, null);
    }

    private static Planned planned(String present, String wanted) {
        Verdict verdict = Verdict.of(wanted(wanted), present(present), OPTIONS);
        return Planned.of(wanted(wanted), present(present), verdict, null);
    }

    @ParameterizedTest
    @CsvSource({
        "anna@shop.example,anne@shop.example",
        // The text that stands for a value is a value like any other.
        "(masked),anna@shop.example",
        "anna@shop.example,(masked)",
        "(masked),(masked) changed"
    })
    void anotherValueIsADifferenceAndNeitherIsShown(String present, String wanted) throws Exception {
        StateChange change = planned(present, wanted).change();
        assertThat(change.action()).isEqualTo(Action.UPDATE);
        assertThat(change.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.path()).isEqualTo("owner.mail");
            assertThat(difference.from()).isEqualTo("(masked)");
            assertThat(difference.to()).isEqualTo("(masked) changed");
        });
        StateReport report = StateReport.of("dev", "0", List.of(change), 1, 0);
        for (String shown : List.of(report.text(), report.toString(), new ObjectMapper().writeValueAsString(report))) {
            assertThat(shown).contains("owner.mail").doesNotContain("@");
        }
    }

    @ParameterizedTest
    @CsvSource({"anna@shop.example,Anna@Shop.example", "(masked),(masked)"})
    void theSameValueIsNoDifference(String present, String wanted) {
        Planned planned = planned(present, wanted);
        assertThat(planned.change().action()).isEqualTo(Action.UNCHANGED);
        assertThat(planned.change().differences()).isEmpty();
    }

    /** Two plans that look alike are not the same plan, so a fingerprint of one does not let the other pass. */
    @Test
    void plansThatLookAlikeHaveFingerprintsOfTheirOwn() {
        Planned one = planned("anna@shop.example", "anne@shop.example");
        Planned other = planned("anna@shop.example", "anni@shop.example");
        assertThat(one.change()).isEqualTo(other.change());
        assertThat(new Plan(List.of(one)).fingerprint()).isNotEqualTo(new Plan(List.of(other)).fingerprint());
        assertThat(new Plan(List.of(one)).fingerprint())
                .isEqualTo(new Plan(List.of(planned("anna@shop.example", "anne@shop.example"))).fingerprint());
    }

    @Test
    void aValueThatIsMissingIsShownAsMissing() {
        assertThat(planned(null, "anna@shop.example").change().differences())
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.from()).isNull();
                    assertThat(difference.to()).isEqualTo("(masked) changed");
                });
    }

    /** The write has the value itself. */
    @Test
    void whatIsWrittenIsNotMasked() {
        assertThat(Writing.changed(wanted("anne@shop.example"), thing("anna@shop.example")))
                .containsEntry("owner", Map.of("mail", "anne@shop.example"));
    }
}

package io.github.camelajo.desired;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelajo.exception.AjoStateException;
import io.github.camelajo.model.StateChange;
import io.github.camelajo.model.StateChange.Action;
import io.github.camelajo.model.StateChange.Outcome;
import io.github.camelajo.model.StateReport;
import io.github.camelajo.testkit.StateTestSupport;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StateOfContentTest extends StateTestSupport {

    static Map<String, Object> welcome(String html) {
        return template("welcome", html);
    }

    static Map<String, Object> template(String name, String html) {
        return new LinkedHashMap<>(Map.of(
                "name", name, "templateType", "html", "channels", List.of("email"), "template", Map.of("html", html)));
    }

    static Map<String, Object> footer(String content) {
        return new LinkedHashMap<>(Map.of(
                "name",
                "shop footer",
                "type",
                "html",
                "channels",
                List.of("email"),
                "fragment",
                Map.of("content", content)));
    }

    private static Map<String, Object> with(Map<String, Object> object, String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(object);
        changed.put(field, value);
        return changed;
    }

    private static Map<String, Object> document(String section, Object... objects) {
        return new LinkedHashMap<>(Map.of("version", 1, "name", "shop", section, List.of(objects)));
    }

    private String id(String api, String name) {
        return list(api).stream()
                .filter(item -> name.equals(item.get("name")))
                .map(item -> (String) item.get("id"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> named(String api, String name) {
        return list(api).stream()
                .map(item -> (String) item.get("name"))
                .filter(name::equals)
                .toList();
    }

    @Test
    void aNewTemplateIsCreatedAndThenLeftAlone() {
        StateChange change = only(apply("template", welcome("<p>Hello</p>")));
        assertThat(change.action()).isEqualTo(Action.CREATE);
        assertThat(change.id()).isEqualTo(id("template", "welcome"));
        settled("template", welcome("<p>Hello</p>"));
    }

    @Test
    void aChangedContentIsReplacedAndWhatTheDocumentDoesNotNameStays() {
        apply("template", with(welcome("<p>Hello</p>"), "description", "Greets"));
        simulator().forgetRequests();
        StateChange change = only(apply("template", welcome("<p>Good day</p>")));
        assertThat(change.calls()).containsExactly("template.update");
        assertThat(writes()).containsExactly("PUT /ajo/content/templates/ID");
        assertThat(get("template", "welcome")).containsEntry("description", "Greets");
        settled("template", welcome("<p>Good day</p>"));
    }

    @Test
    void aDescriptionAloneIsPatchedAndNullClearsIt() {
        apply("template", welcome("<p>Hello</p>"));
        simulator().forgetRequests();
        assertThat(only(apply("template", with(welcome("<p>Hello</p>"), "description", "Greets")))
                        .calls())
                .containsExactly("template.patch");
        assertThat(writes()).containsExactly("PATCH /ajo/content/templates/ID");
        apply("template", with(welcome("<p>Hello</p>"), "description", null));
        assertThat(get("template", "welcome")).doesNotContainKey("description");
        settled("template", welcome("<p>Hello</p>"));
    }

    @Test
    void aRenamedTemplateKeepsItsIdAndItsMark() {
        apply("template", document("template", welcome("<p>Hello</p>")));
        String id = id("template", "welcome");
        Map<String, Object> renamed =
                document("template", with(template("greeting", "<p>Hello</p>"), "renamedFrom", "welcome"));
        StateChange change = only(apply("template", renamed));
        assertThat(change.action()).isEqualTo(Action.UPDATE);
        assertThat(id("template", "greeting")).isEqualTo(id);
        settled("template", renamed);
        // The mark went along, so that it can be removed as one of this state.
        apply(
                "template",
                new LinkedHashMap<>(Map.of("version", 1, "name", "shop", "template", List.of())),
                "&prune=managed&allowEmpty=true");
        assertThat(named("template", "greeting")).isEmpty();
    }

    @Test
    void twoTemplatesOfOneNameAreAConflictAndTheOthersAreDone() {
        template.requestBody("ajo:template?operation=create", welcome("<p>1</p>"));
        template.requestBody("ajo:template?operation=create", welcome("<p>2</p>"));
        AjoStateException failure = failing("template", List.of(welcome("<p>3</p>"), template("other", "<p>4</p>")));
        assertThat(failure).hasMessageContaining("1 of 2").hasMessageContaining("2 match");
        assertThat(named("template", "other")).hasSize(1);
        assertThat(named("template", "welcome")).hasSize(2);
        settled("template", template("other", "<p>4</p>"));
    }

    @Test
    void aFragmentIsCreatedAndPublished() {
        StateChange change = only(apply("fragment", footer("<p>Imprint</p>")));
        assertThat(change.calls()).containsExactly("fragment.create", "fragment.publish");
        assertThat(get("fragment", "shop footer")).containsEntry("status", "PUBLISHED");
        settled("fragment", footer("<p>Imprint</p>"));
    }

    @Test
    void aDraftThatIsAsWantedWhileSomethingElseIsLiveIsPublishedOnce() {
        apply("fragment", footer("<p>1</p>"));
        apply("fragment", footer("<p>2</p>"), "&publish=false");
        settled("fragment", footer("<p>2</p>"), "&publish=false");
        StateChange planned = only(plan("fragment", footer("<p>2</p>")));
        assertThat(planned.action()).isEqualTo(Action.PUBLISH);
        assertThat(planned.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.path()).isEqualTo("live.fragment.content");
            assertThat(difference.from()).isEqualTo("<p>1</p>");
        });
        simulator().forgetRequests();
        apply("fragment", footer("<p>2</p>"));
        assertThat(writes()).containsExactly("POST /ajo/content/fragments/publications");
        settled("fragment", footer("<p>2</p>"));
    }

    @Test
    void anotherDescriptionNeedsNoPublication() {
        apply("fragment", footer("<p>1</p>"));
        assertThat(only(apply("fragment", with(footer("<p>1</p>"), "description", "Imprint")))
                        .calls())
                .containsExactly("fragment.patch");
        settled("fragment", with(footer("<p>1</p>"), "description", "Imprint"));
    }

    @Test
    void aRenamedFragmentKeepsItsIdAndIsNotCreatedTwice() {
        apply("fragment", footer("<p>1</p>"));
        String id = id("fragment", "shop footer");
        Map<String, Object> renamed = with(with(footer("<p>1</p>"), "name", "imprint"), "renamedFrom", "shop footer");
        StateChange change = only(apply("fragment", renamed));
        assertThat(change.action()).isEqualTo(Action.UPDATE);
        assertThat(id("fragment", "imprint")).isEqualTo(id);
        assertThat(named("fragment", "shop footer")).isEmpty();
        settled("fragment", renamed);
    }

    @Test
    void aPublicationThatFailsIsToldAndDoneTheNextTime() {
        simulator().failNextPublication("The expression has a mistake");
        AjoStateException failure = failing("fragment", footer("<p>1</p>"));
        assertThat(failure).hasMessageContaining("fragment shop footer");
        assertThat(only(plan("fragment", footer("<p>1</p>"))).action()).isEqualTo(Action.PUBLISH);
        apply("fragment", footer("<p>1</p>"));
        settled("fragment", footer("<p>1</p>"));
    }

    @Test
    void aFragmentThatIsNotWantedAnyMoreIsToldAsImpossibleToRemove() {
        apply("fragment", document("fragment", footer("<p>1</p>")));
        Map<String, Object> without = document("fragment", with(footer("<p>2</p>"), "name", "another footer"));
        apply("fragment", without);
        StateReport plan = plan("fragment", without, "&prune=managed");
        assertThat(change(plan, "fragment", "shop footer").action()).isEqualTo(Action.IMPOSSIBLE);
        assertThat(plan.exitStatus()).isEqualTo(3);
        AjoStateException failure = failing("fragment", without, "&prune=managed");
        assertThat(failure.getReport().exitStatus()).isEqualTo(1);
        settled("fragment", without);
    }

    @Test
    void onlyWhatThisStateMadeIsRemoved() {
        template.requestBody("ajo:template?operation=create", template("by hand", "<p>1</p>"));
        apply("template", document("template", welcome("<p>Hello</p>"), template("old", "<p>2</p>")));
        // A copy that somebody made in the user interface has the description, and with it the mark.
        Map<String, Object> copy = get("template", "old");
        copy.put("name", "copy of old");
        copy.keySet().retainAll(List.of("name", "description", "templateType", "channels", "template"));
        template.requestBody("ajo:template?operation=create", copy);
        Map<String, Object> wanted = document("template", welcome("<p>Hello</p>"));
        assertThat(plan("template", wanted).counts()).doesNotContainKey("delete");
        StateReport applied = apply("template", wanted, "&prune=managed");
        assertThat(change(applied, "template", "old").outcome()).isEqualTo(Outcome.DONE);
        assertThat(named("template", "old")).isEmpty();
        assertThat(named("template", "copy of old")).hasSize(1);
        assertThat(named("template", "by hand")).hasSize(1);
        settled("template", wanted, "&prune=managed");
    }

    @Test
    void moreRemovalsThanAllowedStopBeforeTheFirstWrite() {
        apply(
                "template",
                document("template", welcome("<p>1</p>"), template("a", "<p>1</p>"), template("b", "<p>1</p>")));
        Map<String, Object> wanted = document("template", welcome("<p>2</p>"));
        simulator().forgetRequests();
        AjoStateException failure = failing("template", wanted, "&prune=managed&maxRemovals=1");
        assertThat(failure).hasMessageContaining("2 objects would be removed");
        assertThat(writes()).isEmpty();
    }

    @Test
    void anotherPlanThanTheOneThatWasLookedAtIsNotApplied() {
        apply("template", welcome("<p>1</p>"));
        String fingerprint = plan("template", welcome("<p>2</p>")).fingerprint();
        Map<String, Object> byHand = get("template", "welcome");
        byHand.put("template", Map.of("html", "<p>by hand</p>"));
        template.requestBody("ajo:template?operation=update&ifMatch=auto&id=" + id("template", "welcome"), byHand);
        simulator().forgetRequests();
        AjoStateException failure = failing("template", welcome("<p>2</p>"), "&planFingerprint=" + fingerprint);
        assertThat(failure).hasMessageContaining("the plan has changed");
        assertThat(writes()).isEmpty();
        String current = plan("template", welcome("<p>2</p>")).fingerprint();
        apply("template", welcome("<p>2</p>"), "&planFingerprint=" + current);
        settled("template", welcome("<p>2</p>"));
    }

    @Test
    void manyTemplatesAreComparedWithOneReadEach() {
        List<Map<String, Object>> many = java.util.stream.IntStream.range(0, 60)
                .mapToObj(i -> template("many " + i, "<p>" + i + "</p>"))
                .toList();
        apply("template", many);
        simulator().forgetRequests();
        plan("template", many);
        assertThat(reads()).hasSize(61);
        settled("template", many);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> get(String api, String name) {
        Exchange exchange = send("ajo:" + api + "?operation=get&id=" + id(api, name), null);
        return exchange.getMessage().getBody(Map.class);
    }
}

package io.github.camelajo;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.internal.token.LogCapture;
import io.github.camelajo.testkit.AjoTestSupport;
import io.github.camelajo.testkit.LeakScan;
import org.apache.camel.Exchange;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UnknownHeadersTest extends AjoTestSupport {

    private static final String LIST = "ajo:journey?operation=list";

    private Exchange sendWith(String uri, String header) {
        Exchange exchange = template.request(uri, e -> e.getMessage().setHeader(header, "status=live"));
        LeakScan.note(exchange.getException());
        return exchange;
    }

    @Test
    void allConstantsAreKnown() throws IllegalAccessException {
        List<String> constants = new ArrayList<>();
        for (Field field : AjoConstants.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                constants.add((String) field.get(null));
            }
        }
        assertThat(UnknownHeaders.KNOWN).containsExactlyInAnyOrderElementsOf(constants);
    }

    @Test
    void aMisspeltHeaderIsToldOnceWithTheNearestName() throws Exception {
        try (LogCapture log = new LogCapture(AjoProducer.class.getName(), Level.WARN)) {
            for (int i = 0; i < 3; i++) {
                assertThat(sendWith(LIST, "CamelAjoFilters").getException()).isNull();
            }
            assertThat(log.at(Level.WARN))
                    .containsExactly(
                            "There is no header CamelAjoFilters; is CamelAjoFilter meant? It has no effect. With "
                                    + "strictHeaders=true such a message is refused");
        }
        assertThat(simulator().requests()).hasSize(3);
    }

    @Test
    void aMisspeltHeaderIsRefusedWhereThatIsWanted() {
        assertThat(sendWith(LIST + "&strictHeaders=true", "CamelAjoFilters").getException())
                .isInstanceOf(AjoValidationException.class)
                .hasMessageContaining("There is no header CamelAjoFilters; is CamelAjoFilter meant?")
                .hasMessageContaining("Nothing was sent");
        assertThat(simulator().requests()).isEmpty();
    }

    @Test
    void oneThatIsNearToNothingIsRefusedWithoutAGuess() {
        assertThat(sendWith(LIST + "&strictHeaders=true", "CamelAjoColourOfTheSky")
                        .getException())
                .hasMessageContaining("There is no header CamelAjoColourOfTheSky.")
                .hasMessageNotContaining("meant");
    }

    @Test
    void aHeaderInOtherCapitalsIsKnown() {
        assertThat(sendWith(LIST + "&strictHeaders=true", "camelajofilter").getException())
                .isNull();
    }

    @Test
    void headersOfAnswersAndOfOtherComponentsAreNoMatter() {
        assertThat(sendWith(LIST + "&strictHeaders=true", AjoConstants.JOB_STATE)
                        .getException())
                .isNull();
        assertThat(sendWith(LIST + "&strictHeaders=true", "CamelFileNames").getException())
                .isNull();
    }
}

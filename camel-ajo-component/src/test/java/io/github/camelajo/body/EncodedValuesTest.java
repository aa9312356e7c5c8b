package io.github.camelajo.body;

import java.util.List;
import java.util.Map;

import io.github.camelajo.AjoConstants;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.testkit.AjoTestSupport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Values reach Adobe as they were given, whatever characters they have. */
class EncodedValuesTest extends AjoTestSupport {

    private static ReceivedRequest last() {
        List<ReceivedRequest> all = simulator().requests();
        return all.get(all.size() - 1);
    }

    @Test
    void aPlusOfAnAddressIsNoBlank() {
        String address = "jane+news@example.com";
        send(
                "ajo:suppression-address?operation=add",
                Map.of("entity", Map.of("type", "email", "entityValue", address)));
        Map<?, ?> entry = template.requestBodyAndHeader(
                "ajo:suppression-address?operation=get", null, AjoConstants.ID, address, Map.class);
        assertThat(entry.get("entity")).hasFieldOrPropertyWithValue("entityValue", address);
        assertThat(last().path()).endsWith("/jane%2Bnews%40example.com");
    }

    @Test
    void aSlashOfAnIdentifierStartsNoNewPart() {
        template.request("ajo:loyalty-product?operation=get", exchange -> exchange.getMessage()
                .setHeader(AjoConstants.ID, "shoes/42 red"));
        assertThat(last().path()).endsWith("/product-catalog/shoes%2F42%20red");
    }

    @Test
    void thePlusOfAnOrderAndEachOfSeveralConditionsArrive() {
        template.request("ajo:template?operation=list&orderBy=RAW(+name)", exchange -> exchange.getMessage()
                .setHeader(AjoConstants.PROPERTY, List.of("name~^Sample & more", "channels==email")));
        assertThat(last().queryParameter("orderBy")).contains("+name");
        assertThat(last().query())
                .contains("orderBy=%2Bname")
                .contains("property=name~%5ESample%20%26%20more&property=channels%3D%3Demail");
    }

    @Test
    void aParameterWithADashCanBeSpelledAsYamlMakesIt() {
        send("ajo:loyalty-challenge?operation=publish&id=c1&param.dryRun=true", null);
        assertThat(last().query()).isEqualTo("dry-run=true");
    }
}

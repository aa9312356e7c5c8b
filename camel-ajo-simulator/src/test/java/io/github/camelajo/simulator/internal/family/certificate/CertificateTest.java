package io.github.camelajo.simulator.internal.family.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class CertificateTest {

    private static final String PATH = "/data/core/mtls/v1/certificate/public-certificate";

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(0));

    @Test
    void returnsPagesOfCertificatesTwoOfWhichHaveTheSameName() {
        TestClient client = TestClient.of(AJO.simulator());
        JsonNode all = client.get(PATH).json();
        assertThat(all.path("total").asInt()).isEqualTo(3);
        assertThat(all.at("/results/0/certCommonName")).isEqualTo(all.at("/results/1/certCommonName"));
        assertThat(all.at("/results/0/publicCertificate").asText()).startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(all.path("_links").has("next")).isFalse();
        assertThat(client.get(PATH + "?limit=2").json().at("/_links/next/href").asText())
                .endsWith(PATH + "?limit=2&page=2");
        JsonNode last = client.get(PATH + "?limit=2&page=2").json();
        assertThat(last.path("results")).hasSize(1);
        assertThat(last.path("_links").has("next")).isFalse();
        assertThat(last.at("/_links/prev/href").asText()).endsWith("page=1");
        assertThat(client.get(PATH + "?limit=101").status()).isEqualTo(400);
    }
}

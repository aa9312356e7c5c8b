package io.github.camelajo.internal.event;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EventAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://dcs.adobedc.net, https://dcs.adobedc.net,",
        "https://dcs.adobedc.net/, https://dcs.adobedc.net,",
        "https://dcs.adobedc.net/collection/abc, https://dcs.adobedc.net, abc",
        "https://dcs.adobedc.net/collection/batch/abc, https://dcs.adobedc.net, abc",
        "https://gateway.example.com/adobe/collection/abc/, https://gateway.example.com/adobe, abc",
        "https://gateway.example.com/adobe, https://gateway.example.com/adobe,"
    })
    void anAddressIsThatOfAHostOrOfAnInlet(String url, String host, String connection) {
        EventAddress address = EventAddress.parse(url, false);
        assertThat(address.host()).hasToString(host);
        assertThat(address.connectionId()).isEqualTo(connection);
    }

    @Test
    void anAddressInTheClearIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventAddress.parse("http://dcs.adobedc.net", false))
                .withMessageContaining("eventUrl must be https");
    }
}

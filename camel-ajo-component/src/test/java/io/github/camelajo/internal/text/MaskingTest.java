package io.github.camelajo.internal.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MaskingTest {

    @ParameterizedTest
    @CsvSource({
        "jane.doe+x@example.com is bad,<address> is bad",
        "+49 170 1234567 is bad,<number> is bad",
        "+1 (555) 010-9999,<number>",
        "organisation 1234ABCD@AdobeOrg,organisation 1234ABCD@AdobeOrg",
        "code 14466 at 2026-11-25T01:02:03Z,code 14466 at 2026-11-25T01:02:03Z",
        "1+1 is 2,1+1 is 2"
    })
    void addressesAndNumbersOfPeopleAreHidden(String text, String masked) {
        assertThat(Masking.clean(text)).isEqualTo(masked);
    }

    @Test
    void aTextIsOneLineAndNotTooLong() {
        assertThat(Masking.clean("a\r\nb\u001b[31mc\u2028d")).isEqualTo("a b [31mc d");
        assertThat(Masking.clean("x".repeat(1000))).hasSize(503);
        assertThat(Masking.clean(null)).isNull();
    }
}

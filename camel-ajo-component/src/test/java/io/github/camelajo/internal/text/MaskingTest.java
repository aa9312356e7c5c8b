package io.github.camelajo.internal.text;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class MaskingTest {

    @ParameterizedTest
    @CsvSource({
        "jane.doe+x@example.com is bad,<address> is bad",
        "+49 170 1234567 is bad,<number> is bad",
        "+1 (555) 010-9999,<number>",
        "organization 1234ABCD@AdobeOrg,organization 1234ABCD@AdobeOrg",
        "code 14466 at 2026-11-25T01:02:03Z,code 14466 at 2026-11-25T01:02:03Z",
        "1+1 is 2,1+1 is 2"
    })
    void addressesAndNumbersOfPeopleAreHidden(String text, String masked) {
        assertThat(Masking.clean(text)).isEqualTo(masked);
    }

    /** An answer can have any length, and a text that is looked at again from each character would take hours. */
    @Test
    void aLongTextIsMaskedInNoTime() {
        String word = "a".repeat(1_000_000);
        String domain = "anna@example" + ".com".repeat(50_000);
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Masking.clean(word)))
                .hasSize(503);
        assertThat(Masking.clean(domain)).startsWith("<address>").doesNotContain("anna");
    }

    @Test
    void aTextIsOneLineAndNotTooLong() {
        assertThat(Masking.clean("a\r\nb\u001b[31mc\u2028d")).isEqualTo("a b [31mc d");
        assertThat(Masking.clean("x".repeat(1000))).hasSize(503);
        assertThat(Masking.clean(null)).isNull();
    }
}

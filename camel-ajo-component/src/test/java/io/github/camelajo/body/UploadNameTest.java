package io.github.camelajo.body;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.github.camelajo.AjoConstants;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The name that a file has when it arrives. */
class UploadNameTest extends AjoTestSupport {

    private static final String CSV = "TYPE,VALUE,COMMENT\nEMAIL,jane@example.com,asked\n";

    private String nameAtAdobe(Object body, String name) {
        Exchange exchange = template.request("ajo:suppression-upload?operation=create", e -> {
            e.getMessage().setBody(body);
            e.getMessage().setHeader(Exchange.FILE_NAME, name);
        });
        assertThat(exchange.getException()).isNull();
        Map<?, ?> success = (Map<?, ?>) exchange.getMessage().getBody(Map.class).get("success");
        return (String) template.requestBodyAndHeader(
                        "ajo:suppression-upload?operation=get", null, AjoConstants.ID, success.get("jobId"), Map.class)
                .get("filename");
    }

    @ParameterizedTest
    @CsvSource({
        "M\u00e4rz-\u65e5\u672c.csv, M\u00e4rz-\u65e5\u672c.csv",
        "na\u00efve.csv, na\u00efve.csv",
        "C:\\in\\list.csv, list.csv",
        "in/march/list.csv, list.csv",
        "dir/, upload.csv",
        "'  ', upload.csv",
        "in/.., upload.csv",
        "'a\"b.csv', a_b.csv"
    })
    void isTheLastPartOfThePathInUtf8(String given, String read) {
        assertThat(nameAtAdobe(CSV, given)).isEqualTo(read);
    }

    @Test
    void isThatOfTheFileWhenTheMessageNamesNone(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("M\u00e4rz.csv"), CSV);
        assertThat(nameAtAdobe(file, "dir/")).isEqualTo("M\u00e4rz.csv");
        assertThat(nameAtAdobe(file.toFile(), null)).isEqualTo("M\u00e4rz.csv");
    }

    @Test
    void cannotEndTheHeaderItStandsIn() {
        assertThat(nameAtAdobe(CSV, "a\r\nX-Evil: 1.csv")).isEqualTo("a__X-Evil: 1.csv");
    }
}

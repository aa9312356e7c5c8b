package io.github.camelajo.quarkus.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

import io.quarkus.test.QuarkusDevModeTest;
import io.restassured.RestAssured;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Development mode: {@code mvn quarkus:dev} and changes of the sources. */
class DevModeTest {

    private static final int HTTP_PORT = freePort();

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(jar -> jar.addClasses(CappingRoutes.class, LimitsPage.class)
                    .addAsResource(new StringAsset("quarkus.http.port=" + HTTP_PORT + "\n"), "application.properties"))
            .setLogRecordPredicate(record -> record.getMessage().startsWith("Dev Service:"));

    @Test
    void theSimulatorOutlivesReloadsAndFollowsItsSettings() throws Exception {
        String first = page("/limits");
        assertThat(first).startsWith("version one, 0 on http://localhost:");
        assertThat(page("/create")).isEqualTo("created");

        APPLICATION.modifySourceFile(LimitsPage.class, source -> source.replace("version one", "version two"));

        assertThat(page("/limits")).isEqualTo(first.replace("one, 0", "two, 1"));
        assertThat(APPLICATION.getLogRecords()).hasSize(1);

        int port = freePort();
        APPLICATION.modifyResourceFile(
                "application.properties", content -> content + "quarkus.camel.ajo.devservices.port=" + port + "\n");

        assertThat(page("/limits")).isEqualTo("version two, 0 on http://localhost:" + port);
        assertThat(APPLICATION.getLogRecords()).hasSize(2);
    }

    private static String page(String path) {
        return RestAssured.get("http://localhost:" + HTTP_PORT + path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

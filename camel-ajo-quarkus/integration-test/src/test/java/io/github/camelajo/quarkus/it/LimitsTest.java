package io.github.camelajo.quarkus.it;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** The Dev Service plays Adobe. */
@QuarkusTest
class LimitsTest {

    private static final String LIMIT = """
            {"url": "https://%s.example.com/*", "methods": ["POST"],
             "services": {"action": {"rating": {"maxCallsCount": 100, "periodInMs": 1000}}}}
            """;

    @Test
    void createsFromATypedRecordAndReadsOne() {
        String id = create("typed");

        when().get("/limits/{id}", id).then().statusCode(200).body(equalTo("https://typed.example.com/* 100"));
    }

    @Test
    void lists() {
        create("listed");

        when().get("/limits").then().statusCode(200).body(containsString("https://listed.example.com/*"));
    }

    @Test
    void failsWithAnExceptionThatTellsWhy() {
        when().get("/limits/{id}", "no-such-id").then().statusCode(200).body(equalTo("AjoNotFoundException 404"));
    }

    @Test
    void routesCatchExceptionsByTheirNames() {
        when().get("/limits/{id}/handled", "no-such-id").then().statusCode(200).body(equalTo("not found, 404"));
    }

    @Test
    void isReady() {
        create("ready");

        when().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'camel-ajo' }.data.'producer:ajo'", equalTo("UP"));
    }

    private static String create(String name) {
        return given().body(LIMIT.formatted(name))
                .when()
                .post("/limits")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}

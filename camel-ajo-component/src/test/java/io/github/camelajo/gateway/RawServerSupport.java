package io.github.camelajo.gateway;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.github.camelajo.AjoComponent;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.gateway.RawServer.Script;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Calls to raw servers, with a login that works. */
abstract class RawServerSupport extends CamelTestSupport {

    static final Map<String, Object> CONFIGURATION = Map.of(
            "url",
            "https://api.example.com/orders/*",
            "methods",
            List.of("POST"),
            "services",
            Map.of(
                    "action",
                    Map.of("maxHttpConnections", 50, "rating", Map.of("maxCallsCount", 1, "periodInMs", 1000))));

    RawServer login;

    static AjoComponent component() {
        AjoComponent component = new AjoComponent();
        component.getConfiguration().setClientId("client");
        component.getConfiguration().setClientSecret("the-secret-of-the-client");
        component.getConfiguration().setOrganizationId("ORG@AdobeOrg");
        component.getConfiguration().setScopes("openid");
        component.getConfiguration().setSandbox("dev");
        return component;
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.addComponent("ajo", component());
        return context;
    }

    @BeforeEach
    void startLogin() throws IOException {
        login = new RawServer(Scripts.login());
    }

    @AfterEach
    void stopLogin() throws IOException {
        login.close();
    }

    static RawServer serve(Script script) throws IOException {
        return new RawServer(script);
    }

    private String servers(RawServer api) {
        return "&baseUrl=" + api.url() + "&tokenEndpoint=" + login.url() + "/ims/token/v3";
    }

    String read(RawServer api) {
        return "ajo:capping?operation=get&id=c-1" + servers(api);
    }

    String create(RawServer api) {
        return "ajo:capping?operation=create" + servers(api);
    }

    String update(RawServer api) {
        return "ajo:capping?operation=update&id=c-1" + servers(api);
    }

    String raw(RawServer api) {
        return "ajo:raw?httpMethod=POST&path=/x" + servers(api);
    }

    Exchange send(String uri, Object body) {
        return template.request(uri, exchange -> exchange.getMessage().setBody(body));
    }

    AjoException failure(String uri, Object body) {
        return (AjoException) send(uri, body).getException();
    }
}

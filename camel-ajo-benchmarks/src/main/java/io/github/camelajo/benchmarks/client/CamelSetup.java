package io.github.camelajo.benchmarks.client;

import io.github.camelajo.AjoComponent;
import io.github.camelajo.benchmarks.server.ServerProcess;
import io.vertx.ext.web.client.WebClientOptions;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;

/** Camel contexts for the benchmarks, and the endpoints that make the {@link Call}. */
public final class CamelSetup {

    private CamelSetup() {}

    /** A started context without routes, whose component {@code ajo} is set up for the server. */
    public static DefaultCamelContext context(ServerProcess server, int delayMillis, int connections) {
        DefaultCamelContext context = new DefaultCamelContext();
        configureAjo(context, server, delayMillis, connections);
        HttpComponent http = context.getComponent("http", HttpComponent.class);
        http.setConnectionsPerRoute(connections);
        http.setMaxTotalConnections(connections);
        context.getRegistry()
                .bind(
                        "webClientOptions",
                        new WebClientOptions().setMaxPoolSize(connections).setKeepAlive(true));
        return context;
    }

    /** Sets up the component {@code ajo} for the server. */
    public static void configureAjo(CamelContext context, ServerProcess server, int delayMillis, int connections) {
        AjoComponent ajo = context.getComponent("ajo", AjoComponent.class);
        ajo.setMaxConcurrentRequests(connections);
        ajo.getConfiguration().setBaseUrl(server.baseUrl(delayMillis));
        ajo.getConfiguration().setTokenEndpoint(server.tokenEndpoint("ajo"));
        ajo.getConfiguration().setClientId(Call.CLIENT_ID);
        ajo.getConfiguration().setClientSecret(Call.CLIENT_SECRET);
        ajo.getConfiguration().setScopes(Call.SCOPES);
        ajo.getConfiguration().setOrganizationId(Call.ORGANIZATION);
        ajo.getConfiguration().setSandbox(Call.SANDBOX);
    }

    /** Camel HTTP with its own OAuth2 options, tokens cached: what a route has without this project. */
    public static String httpUri(ServerProcess server, int delayMillis) {
        return server.baseUrl(delayMillis) + Call.PATH + "?httpMethod=POST&oauth2ClientId=" + Call.CLIENT_ID
                + "&oauth2ClientSecret=" + Call.CLIENT_SECRET + "&oauth2Scope=" + Call.SCOPES
                + "&oauth2CacheTokens=true&oauth2TokenEndpoint=" + server.tokenEndpoint("http");
    }

    /** Camel's Vert.x HTTP, which has no OAuth2 of its own, so the token is given. Its pool has 5 connections by default. */
    public static String vertxUri(ServerProcess server, int delayMillis) {
        return "vertx-http:" + server.baseUrl(delayMillis) + Call.PATH
                + "?httpMethod=POST&responsePayloadAsByteArray=true&webClientOptions=#webClientOptions";
    }

    /** What a route for the plain HTTP components has to set itself. */
    public static void setHeaders(Exchange exchange) {
        Call.headers().forEach(exchange.getMessage()::setHeader);
    }

    /** As {@link #setHeaders}, with the token. */
    public static void setHeadersAndToken(Exchange exchange) {
        setHeaders(exchange);
        exchange.getMessage().setHeader("Authorization", Call.bearer());
    }
}

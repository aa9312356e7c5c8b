package io.github.camelajo.soak;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.github.camelajo.AjoConstants;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.simulator.control.ContentSamples;
import io.github.camelajo.simulator.control.SampleIds;
import org.apache.camel.builder.RouteBuilder;

/** Routes of every kind: changing and reading, synchronous and not, with and without redelivery, lists, files, jobs. */
final class SoakRoutes extends RouteBuilder {

    static final String NUMBER = "soakNumber";

    private static final String WAIT = "&awaitCompletion=true&awaitDelay=20&awaitMaxDelay=100&awaitTimeout=20000";

    private final SoakLedger ledger;
    private final int copies;

    SoakRoutes(SoakLedger ledger, int copies) {
        this.ledger = ledger;
        this.copies = copies;
    }

    /** What a route does, and the body it is given. */
    enum Kind {
        MESSAGE,
        MESSAGE_SYNCHRONOUS,
        MESSAGE_REDELIVERED,
        RAW_STREAM,
        CREATE_AND_DELETE,
        AUDIENCE_JOB,
        UPLOAD_JOB,
        LIST_ALL,
        LIST_LAZILY,
        LIST_IN_PARALLEL,
        LIST_WITH_RETRIES,
        STREAM_NOT_READ,
        READ
    }

    static String uri(Kind kind, int copy) {
        return "direct:" + kind + "-" + copy;
    }

    @Override
    public void configure() {
        for (int copy = 0; copy < copies; copy++) {
            for (Kind kind : Kind.values()) {
                route(kind, copy);
            }
        }
    }

    private void route(Kind kind, int copy) {
        var route = from(uri(kind, copy)).routeId(kind + "-" + copy);
        switch (kind) {
            case MESSAGE -> route.to("ajo:message?operation=triggerUnitary");
            case MESSAGE_SYNCHRONOUS -> route.to("ajo:message?operation=triggerUnitary&synchronous=true");
            case MESSAGE_REDELIVERED ->
                route.onException(AjoException.class)
                        .maximumRedeliveries(2)
                        .redeliveryDelay(20)
                        .asyncDelayedRedelivery()
                        .onRedelivery(exchange -> ledger.redelivered(exchange.getProperty(NUMBER, Integer.class)))
                        .end()
                        .to("ajo:message?operation=triggerUnitary");
            case RAW_STREAM -> route.noStreamCaching().to("ajo:raw?httpMethod=POST&path=/imp/");
            case CREATE_AND_DELETE ->
                route.to("ajo:template?operation=create")
                        .setHeader(AjoConstants.ID, header(AjoConstants.RESOURCE_ID))
                        .setBody(constant((Object) null))
                        .to("ajo:template?operation=get")
                        .to("ajo:template?operation=delete");
            case AUDIENCE_JOB -> route.to("ajo:message?operation=triggerAudience" + WAIT);
            case UPLOAD_JOB -> route.to("ajo:suppression-upload?operation=create" + WAIT);
            case LIST_ALL -> route.to("ajo:journey?operation=list&paging=all&pageSize=20");
            case LIST_LAZILY ->
                route.to("ajo:suppression-address?operation=list&paging=iterator&pageSize=10")
                        .split(body())
                        .streaming()
                        .stopOnException()
                        .setHeader("seen", simple("${body[entity]}"))
                        .end();
            case LIST_IN_PARALLEL ->
                route.split(body())
                        .parallelProcessing()
                        .stopOnException()
                        .to("ajo:capping?operation=list")
                        .end();
            case LIST_WITH_RETRIES -> route.to("ajo:capping?operation=list&maxRetries=3&maxRetryAfter=1000");
            case STREAM_NOT_READ ->
                route.noStreamCaching().to("ajo:journey?operation=list&outputType=stream&pageSize=100");
            case READ -> route.to("ajo:fragment?operation=get&id=" + ContentSamples.EXPRESSION_FRAGMENT);
        }
    }

    static Object body(Kind kind, int number) {
        String mark = SoakLedger.mark(number);
        return switch (kind) {
            case MESSAGE, MESSAGE_SYNCHRONOUS, MESSAGE_REDELIVERED ->
                Map.of(
                        "requestId",
                        mark,
                        "campaignId",
                        SampleIds.LIVE_CAMPAIGN,
                        "recipients",
                        List.of(Map.of("type", "external", "userId", mark, "namespace", "email")));
            case RAW_STREAM ->
                new ByteArrayInputStream(("{\"mark\":\"" + mark + "\"}").getBytes(StandardCharsets.UTF_8));
            case CREATE_AND_DELETE ->
                Map.of(
                        "name",
                        mark,
                        "templateType",
                        "html",
                        "channels",
                        List.of("email"),
                        "template",
                        Map.of("html", "<p>Hello</p>"));
            case AUDIENCE_JOB -> Map.of("campaignId", SampleIds.LIVE_AUDIENCE_CAMPAIGN, "requestId", mark);
            case UPLOAD_JOB -> "TYPE,VALUE,COMMENT\nEMAIL,jane@example.com," + mark + "\n";
            case LIST_IN_PARALLEL -> List.of(1, 2, 3, 4);
            default -> null;
        };
    }
}

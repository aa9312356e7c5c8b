package io.github.camelajo.example.java;

import io.github.camelajo.RecipientBatch;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoRateLimitException;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

import static io.github.camelajo.dsl.StaticEndpointBuilders.ajo;

/** Sends a confirmation for each order, up to 20 in one call. */
final class ConfirmationRoutes extends EndpointRouteBuilder {

    @Override
    public void configure() {
        // Only a refusal for too many calls is tried again: Adobe says how long to wait, and Camel waits that long.
        // After any other failure a mail may have gone out already.
        onException(AjoRateLimitException.class)
                .maximumRedeliveries(5)
                .redeliveryDelay(500)
                .asyncDelayedRedelivery()
                .handled(true)
                .log(LoggingLevel.ERROR, "orders", "Given up: ${exception.message}")
                .bean("receipts", "failed");
        onException(AjoException.class)
                .handled(true)
                .log(LoggingLevel.ERROR, "orders", "Not sent: ${exception.message}")
                .bean("receipts", "failed");

        from(timer("orders").repeatCount(1).delay(0))
                .routeId("orders")
                .split(method("orders", "all"))
                .streaming()
                .setBody(exchange -> exchange.getMessage()
                        .getBody(Order.class)
                        .confirmation(exchange.getContext().resolvePropertyPlaceholders("{{orders.campaign-id}}")))
                .to(seda("confirmations").advanced().blockWhenFull(true));

        // One thread makes the batches. It does not wait for Adobe: the next batch is on its way before this one is
        // answered.
        from(seda("confirmations"))
                .routeId("confirmations")
                .aggregate(simple("${body.campaignId}"), new RecipientBatch())
                .completionTimeout(500)
                .to(ajo("message").operation("triggerUnitary").answerPerRecipient(true))
                .bean("receipts", "sent");
    }
}

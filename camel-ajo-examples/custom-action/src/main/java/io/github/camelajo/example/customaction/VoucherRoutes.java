package io.github.camelajo.example.customaction;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;

/** Takes the calls of a custom action, and does their work later. */
final class VoucherRoutes extends RouteBuilder {

    private static final String LOG = "vouchers";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void configure() throws Exception {
        limit();
        answer();
        work();
    }

    /** How often Journey Optimizer may call. Where that is so already, nothing is written. */
    private void limit() {
        Map<String, Object> rating =
                Map.of("maxCallsCount", Integer.valueOf(setting("vouchers.calls-per-second")), "periodInMs", 1000);
        Map<String, Object> limit = Map.of(
                "url", setting("vouchers.url"),
                "methods", List.of("POST"),
                "services", Map.of("action", Map.of("maxHttpConnections", 50, "rating", rating)));

        from("timer:limit?repeatCount=1&delay=0")
                .routeId("limit")
                .setBody(constant(limit))
                .to("ajo:capping?operation=apply&deploy=true")
                .log(LoggingLevel.INFO, LOG, "The limit is in force, ${header.CamelAjoChanges} changes");
    }

    /** Far below 0.75 seconds, whatever the back office does. */
    private void answer() throws Exception {
        from("platform-http:/vouchers?httpMethodRestrict=POST&muteException=true")
                .routeId("answer")
                // No repeat will make it right, and 400 would be repeated: a good status with an error that the
                // journey can read.
                .onException(InvalidOrderException.class, JsonProcessingException.class)
                .handled(true)
                .log(LoggingLevel.WARN, LOG, "Not taken: the body of the action is wrong")
                .process(exchange -> answer(exchange, 200, Map.of("accepted", false, "error", reason(exchange))))
                .end()
                // It is there already: this is a repeat, and gets the same answer.
                .onException(DuplicateKeyException.class)
                .handled(true)
                .process(exchange -> answer(exchange, 202, Map.of("accepted", true)))
                .end()
                // Adobe repeats after this one.
                .onException(DataAccessException.class)
                .handled(true)
                .log(LoggingLevel.ERROR, LOG, "503: the database does not take the order")
                .process(exchange -> answer(exchange, 503, Map.of("accepted", false, "error", "try again")))
                .end()
                .choice()
                .when(new ActionKey(setting("vouchers.key")))
                .unmarshal()
                .json(JsonLibrary.Jackson, Map.class)
                .setBody(exchange -> VoucherOrder.of(exchange.getMessage().getBody(Map.class))
                        .toMap())
                // One statement: there is no moment at which the order is known and not stored, or stored twice.
                .to("sql:INSERT INTO voucher_order (id, email, amount) VALUES (:#id, :#email, :#amount)")
                .process(exchange -> answer(exchange, 202, Map.of("accepted", true)))
                .otherwise()
                .log(LoggingLevel.WARN, LOG, "401: a call without the right key")
                .process(exchange -> answer(exchange, 401, Map.of("accepted", false, "error", "not allowed")))
                .end();
    }

    /**
     * What is stored is worked on, after a restart too. An order that failed five times stays in the table for people. A
     * process that is killed between the event and its mark sends the event again, with the same id.
     */
    private void work() {
        from("sql:SELECT id, email, amount FROM voucher_order WHERE done_at IS NULL AND tries < 5 ORDER BY received_at"
                        + "?delay=200&maxMessagesPerPoll=10"
                        + "&onConsume=UPDATE voucher_order SET done_at = CURRENT_TIMESTAMP WHERE id = :#id"
                        + "&onConsumeFailed=RAW(UPDATE voucher_order SET tries = tries + 1 WHERE id = :#id)")
                .routeId("work")
                .setProperty("order", body())
                .bean("backOffice", "voucher(${body[ID]}, ${body[AMOUNT]})")
                .setBody(exchange -> event(
                        exchange.getProperty("order", Map.class),
                        exchange.getMessage().getBody(String.class)))
                .to("ajo:event?operation=send&connectionId={{vouchers.connection}}&schemaId={{vouchers.schema}}"
                        + "&eventId={{vouchers.event}}")
                .log(LoggingLevel.INFO, LOG, "A voucher is made, and the journey is told");
    }

    private static Map<String, Object> event(Map<?, ?> order, String code) {
        return Map.of(
                "_id", "voucher/" + order.get("ID"),
                "identityMap", Map.of("Email", List.of(Map.of("id", order.get("EMAIL")))),
                "_acme", Map.of("voucher", code));
    }

    private static String reason(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        return failure instanceof InvalidOrderException ? failure.getMessage() : "the body must be a JSON object";
    }

    private static void answer(Exchange exchange, int status, Map<String, Object> body) throws Exception {
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
        exchange.getMessage().setBody(JSON.writeValueAsString(body));
    }

    private String setting(String name) {
        return getContext().resolvePropertyPlaceholders("{{" + name + "}}");
    }
}

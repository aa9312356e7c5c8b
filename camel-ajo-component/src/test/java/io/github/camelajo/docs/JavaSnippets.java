package io.github.camelajo.docs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.example.InventoryLine;
import io.github.camelajo.AjoComponent;
import io.github.camelajo.EventBatch;
import io.github.camelajo.RecipientBatch;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoNotFoundException;
import io.github.camelajo.exception.AjoPartialFailureException;
import io.github.camelajo.exception.AjoTransportException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.model.CappingChange;
import io.github.camelajo.model.EndpointConfig;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.control.ActionAuth;
import io.github.camelajo.simulator.control.ActionOutcome;
import io.github.camelajo.simulator.control.CustomAction;
import org.apache.camel.CamelContext;
import org.apache.camel.LoggingLevel;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.dataformat.bindy.csv.BindyCsvDataFormat;
import org.apache.camel.spi.DataType;

/** The Java of the pages. A region from {@code // snippet:NAME} to {@code // end} stands in a page, letter by letter. */
final class JavaSnippets {

    /** Routes by the name of their snippet. */
    static final Map<String, Supplier<RouteBuilder>> ROUTES = Map.ofEntries(
            Map.entry("connection-verify", ConnectionVerify::new),
            Map.entry("capping-create", CappingCreate::new),
            Map.entry("capping-delete", CappingDelete::new),
            Map.entry("throttling-put", ThrottlingPut::new),
            Map.entry("state-plan", StatePlan::new),
            Map.entry("state-apply", StateApply::new),
            Map.entry("state-export", StateExport::new),
            Map.entry("journey-all", JourneyAll::new),
            Map.entry("journey-stream", JourneyStream::new),
            Map.entry("journey-pages", JourneyPages::new),
            Map.entry("journey-headers", JourneyHeaders::new),
            Map.entry("journey-dynamic", JourneyDynamic::new),
            Map.entry("message-send", MessageSend::new),
            Map.entry("message-batch", MessageBatch::new),
            Map.entry("event-send", EventSend::new),
            Map.entry("event-batch", EventBatching::new),
            Map.entry("event-left", EventLeft::new),
            Map.entry("package-promote", PackagePromote::new),
            Map.entry("job-wait", JobWait::new),
            Map.entry("upload", Upload::new),
            Map.entry("template-rename", TemplateRename::new),
            Map.entry("campaign-live", CampaignLive::new),
            Map.entry("proof-send", ProofSend::new),
            Map.entry("orchestrated-trigger", OrchestratedTrigger::new),
            Map.entry("challenge-publish", ChallengePublish::new),
            Map.entry("recipe-suppress", RecipeSuppress::new),
            Map.entry("recipe-publish", RecipePublish::new),
            Map.entry("recipe-mails", RecipeMails::new),
            Map.entry("recipe-inventory", RecipeInventory::new),
            Map.entry("recipe-unsubscribes", RecipeUnsubscribes::new),
            Map.entry("recipe-nightly", RecipeNightly::new),
            Map.entry("recipe-dead-letter", RecipeDeadLetter::new),
            Map.entry("recipe-outage", RecipeOutage::new),
            Map.entry("recipe-kafka", RecipeKafka::new),
            Map.entry("recipe-outbox", RecipeOutbox::new),
            Map.entry("outbox-mails", OutboxMails::new),
            Map.entry("source-templates", SourceTemplates::new),
            Map.entry("source-nightly", SourceNightly::new),
            Map.entry("source-master", SourceMaster::new),
            Map.entry("source-suppressions", SourceSuppressions::new),
            Map.entry("source-plan", SourcePlan::new),
            Map.entry("adobe-first-example", AdobeFirstExample::new),
            Map.entry("json-body", JsonBody::new),
            Map.entry("limits-as-json", LimitsAsJson::new),
            Map.entry("raw-get", RawGet::new),
            Map.entry("raw-post", RawPost::new),
            Map.entry("error-retry", ErrorRetry::new),
            Map.entry("error-not-found", ErrorNotFound::new),
            Map.entry("error-unknown-outcome", ErrorUnknownOutcome::new));

    private JavaSnippets() {}

    private static final class ConnectionVerify extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:connection-verify
            from("timer:once?repeatCount=1")
                    .to("ajo:connection?operation=verify")
                    .log("${body}");
            // end
        }
    }

    private static final class AdobeFirstExample extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:adobe-first-example
            from("direct:adobe-first-example")
                    .to("ajo:raw?httpMethod=GET&path={{cjm}}/imp/")
                    .log("${body}");
            // end
        }
    }

    private static final class JsonBody extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:json-body
            from("direct:suppress").setBody(simple("""
                            { "entity": { "type": "email", "entityValue": "${header.address}" }, "comment": "{{reason}}" }
                            """)).to("ajo:suppression-address?operation=add");
            // end
        }
    }

    private static final class CappingCreate extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:capping-create
            from("direct:limit-orders")
                    .to("ajo:capping?operation=create")
                    .setHeader("CamelAjoId", simple("${body[uid]}"))
                    .to("ajo:capping?operation=canDeploy")
                    .choice()
                    .when(simple("${body[validationStatus]} == 'ok'"))
                    .to("ajo:capping?operation=deploy")
                    .otherwise()
                    .log(LoggingLevel.WARN, "Not deployed: ${body}")
                    .end();
            // end
        }
    }

    private static final class StatePlan extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:state-plan
            from("direct:plan")
                    .to("ajo:state?operation=apply&mode=plan")
                    .log("${header.CamelAjoPlanFingerprint}: ${body}");
            // end
        }
    }

    private static final class StateApply extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:state-apply
            from("direct:apply").to("ajo:state?operation=apply").log("${header.CamelAjoChanges} writes");
            // end
        }
    }

    private static final class StateExport extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:state-export
            from("direct:export")
                    .to("ajo:state?operation=export&format=yaml&kinds=capping,fragment,template")
                    .to("file:{{reports}}?fileName=sandbox.yaml");
            // end
        }
    }

    private static final class CappingDelete extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:capping-delete
            from("direct:remove-limit").to("ajo:capping?operation=delete&forceDelete=true");
            // end
        }
    }

    private static final class ThrottlingPut extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:throttling-put
            from("direct:throttle")
                    .setProperty("wanted", body())
                    .to("ajo:throttling?operation=list&sandbox=prod")
                    .choice()
                    .when(simple("${body.size} == 0"))
                    .setBody(exchangeProperty("wanted"))
                    .to("ajo:throttling?operation=create&sandbox=prod")
                    .setHeader("CamelAjoId", simple("${body[uid]}"))
                    .to("ajo:throttling?operation=deploy&sandbox=prod")
                    .otherwise()
                    .setHeader("CamelAjoId", simple("${body[0][uid]}"))
                    .setBody(exchangeProperty("wanted"))
                    .to("ajo:throttling?operation=update&sandbox=prod")
                    .end();
            // end
        }
    }

    private static final class JourneyAll extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:journey-all
            from("direct:live-journeys")
                    .to("ajo:journey?operation=list&filter=RAW(status=live)&fields=id,name&sort=name=asc&paging=all")
                    .log("${body.size} journeys are live");
            // end
        }
    }

    private static final class JourneyStream extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:journey-stream
            from("direct:each-journey")
                    .to("ajo:journey?operation=list&paging=iterator")
                    .split(body())
                    .streaming()
                    .log("${body[name]} is ${body[status]}")
                    .end();
            // end
        }
    }

    private static final class JourneyPages extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:journey-pages
            from("direct:journey-pages")
                    .setHeader("CamelAjoPage", constant(0))
                    .loopDoWhile(header("CamelAjoPage").isNotNull())
                    .to("ajo:journey?operation=list&pageSize=50")
                    .log("${body.size} journeys, page ${header.CamelAjoPage} of ${header.CamelAjoTotalPages}")
                    .setHeader("CamelAjoPage", header("CamelAjoNextPage"))
                    .end();
            // end
        }
    }

    private static final class JourneyHeaders extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:journey-headers
            from("direct:journey")
                    .setHeader("CamelAjoId", simple("${body}"))
                    .setHeader("CamelAjoSandbox", constant("prod"))
                    .setHeader("CamelAjoInclude", constant("campaigns,surfaces"))
                    .to("ajo:journey?operation=get");
            // end
        }
    }

    private static final class JourneyDynamic extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:journey-dynamic
            from("direct:journey-by-id").toD("ajo:journey?operation=get&id=${body}");
            // end
        }
    }

    private static final class MessageSend extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:message-send
            from("direct:order-shipped").to("ajo:message?operation=triggerUnitary");
            // end
        }
    }

    private static final class MessageBatch extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:message-batch
            from("direct:mails")
                    .aggregate(simple("${body[campaignId]}"), new RecipientBatch())
                    .completionTimeout(500)
                    .eagerCheckCompletion()
                    .to("ajo:message?operation=triggerUnitary&answerPerRecipient=true")
                    .split(body())
                    .log("${body[recipient][userId]} went with ${body[executionId]}");
            // end
        }
    }

    private static final class EventSend extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:event-send
            from("direct:order-placed")
                    .to("ajo:event?operation=send&connectionId={{events.connection}}&schemaId={{events.schema}}"
                            + "&eventId={{events.orderPlaced}}")
                    .log("Received as ${header.CamelAjoResourceId}");
            // end
        }
    }

    private static final class EventBatching extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:event-batch
            from("direct:orders")
                    .aggregate(constant(true), new EventBatch())
                    .completionTimeout(500)
                    .eagerCheckCompletion()
                    .to("ajo:event?operation=sendBatch&connectionId={{events.connection}}&schemaId={{events.schema}}")
                    .log("${body[sent]} events were taken");
            // end
        }
    }

    private static final class EventLeft extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:event-left
            from("direct:import")
                    .doTry()
                    .to("ajo:event?operation=sendBatch&connectionId={{events.connection}}&schemaId={{events.schema}}")
                    .doCatch(AjoPartialFailureException.class)
                    .setBody(simple("${exception.outcomes}"))
                    .split(body())
                    .log(LoggingLevel.WARN, "Event ${body.eventId}: ${body.kind} ${body.message}")
                    .end()
                    .end();
            // end
        }
    }

    private static final class PackagePromote extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:package-promote
            from("direct:promote")
                    .to("ajo:package?operation=promote&sandbox=prod&awaitDelay=5s&awaitTimeout=30m")
                    .log("New ids: ${body[ids]}");
            // end
        }
    }

    private static final class JobWait extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:job-wait
            from("direct:newsletter")
                    .to("ajo:message?operation=triggerAudience&awaitCompletion=true")
                    .log("Job ${header.CamelAjoJobId} ended: ${header.CamelAjoJobState}");
            // end
        }
    }

    private static final class Upload extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:upload
            from("file:unsubscribed?include=.*csv").to("ajo:suppression-upload?operation=create&awaitCompletion=true");
            // end
        }
    }

    private static final class TemplateRename extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:template-rename
            from("direct:rename-template").to("ajo:template?operation=patch&ifMatch=auto");
            // end
        }
    }

    private static final class CampaignLive extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:campaign-live
            from("direct:live-campaigns")
                    .to("ajo:campaign?operation=list&paging=all&property=RAW(campaignClass!=inline;status==LIVE)")
                    .split(body())
                    .log("${body[name]}: ${body[campaignId]}");
            // end
        }
    }

    private static final class ProofSend extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:proof-send
            from("direct:proof")
                    .to("ajo:simulation?operation=createProof&awaitCompletion=true")
                    .log("Proof ${header.CamelAjoJobId}: ${header.CamelAjoJobState}");
            // end
        }
    }

    private static final class OrchestratedTrigger extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:orchestrated-trigger
            from("direct:stock-low").to("ajo:orchestrated-campaign?operation=trigger");
            // end
        }
    }

    private static final class ChallengePublish extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:challenge-publish
            from("direct:publish-challenge")
                    .to("ajo:loyalty-challenge?operation=publish&param.dry-run=true")
                    .to("ajo:loyalty-challenge?operation=publish")
                    .log("Published");
            // end
        }
    }

    private static final class RecipeSuppress extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:recipe-suppress
            from("file:unsubscribed?include=.*csv&moveFailed=.failed")
                    .to("ajo:suppression-upload?operation=create&awaitCompletion=true")
                    .choice()
                    .when(header("CamelAjoJobPartial"))
                    .log(LoggingLevel.WARN, "${header.CamelFileName}: not taken were ${body[failedRecords]}")
                    .otherwise()
                    .log("${header.CamelFileName}: ${body[handledCount]} lines taken");
            // end
        }
    }

    private static final class RecipePublish extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:recipe-publish
            from("direct:publish-fragment")
                    .setProperty("fragment", body())
                    .setBody(simple("{\"fragmentId\": \"${body}\"}"))
                    .to("ajo:fragment?operation=publish&awaitCompletion=true")
                    .setHeader("CamelAjoId", exchangeProperty("fragment"))
                    .to("ajo:fragment?operation=getLive");
            // end
        }
    }

    private static final class RecipeMails extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:recipe-mails
            from("seda:mails")
                    .unmarshal()
                    .json()
                    .aggregate(simple("${body[campaignId]}"), new RecipientBatch())
                    .completionTimeout(500)
                    .eagerCheckCompletion()
                    .to("ajo:message?operation=triggerUnitary&answerPerRecipient=true")
                    .split(body())
                    .log("${body[recipient][userId]} went with ${body[executionId]}");
            // end
        }
    }

    private static final class RecipeOutbox extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:recipe-outbox
            from("seda:orders")
                    .routeId("orders-to-outbox")
                    .unmarshal()
                    .json()
                    .to("ajo:outbox?operation=add&deliver=message&lane=orders&key=${body[orderId]}");

            from("ajo:outbox?deliver=message&lane=orders")
                    .routeId("orders-told")
                    .choice()
                    .when(header("CamelAjoOutboxState").isEqualTo("sent"))
                    .log("${header.CamelAjoOutboxKey} went with ${header.CamelAjoOutboxOutcome}")
                    .otherwise()
                    .log(
                            LoggingLevel.WARN,
                            "${header.CamelAjoOutboxKey} is ${header.CamelAjoOutboxState}: ${header.CamelAjoOutboxReason}");
            // end
        }
    }

    private static final class OutboxMails extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:outbox-mails
            from("seda:mails")
                    .routeId("mails-to-outbox")
                    .unmarshal()
                    .json()
                    .to("ajo:outbox?operation=add&deliver=message&key=${header.orderId}");

            from("ajo:outbox?deliver=message")
                    .routeId("outbox-to-customers")
                    .setBody(simple("${header.CamelAjoOutboxKey};${header.CamelAjoOutboxState};"
                            + "${header.CamelAjoOutboxOutcome}"))
                    .to("file:{{reports}}?fileName=${header.CamelAjoOutboxKey}.csv");
            // end
        }
    }

    private static final class SourceTemplates extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:source-templates
            from("ajo:template?operation=list&fetch=true&outputType=json&delay=15m")
                    .routeId("templates-to-files")
                    .to("file:{{reports}}?fileName=${header.CamelAjoId}.json");
            // end
        }
    }

    private static final class SourceSuppressions extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:source-suppressions
            from("ajo:suppression-address?operation=list&changes=created,updated,removed&sourceState=#state&delay=15m")
                    .routeId("suppressions-to-database")
                    .choice()
                    .when(simple("${header.CamelAjoChange} == 'removed'"))
                    .to("sql:delete from suppressed where id = :#CamelAjoId")
                    .otherwise()
                    .to("sql:update suppressed set address = :#${body[entity][entityValue]} where id = :#CamelAjoId")
                    .filter(simple("${header.CamelSqlUpdateCount} == 0"))
                    .to(
                            "sql:insert into suppressed (id, address) values (:#CamelAjoId, :#${body[entity][entityValue]})");
            // end
        }
    }

    private static final class SourcePlan extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:source-plan
            from("ajo:journey?operation=list&changes=created,updated,removed&sourceState=#state&delay=15m")
                    .routeId("journeys-to-database")
                    .setHeader("kind", constant("journey"))
                    .to("direct:plan");
            from("ajo:campaign?operation=list&changes=created,updated,removed&sourceState=#state&delay=15m")
                    .routeId("campaigns-to-database")
                    .setHeader("kind", constant("campaign"))
                    .to("direct:plan");
            from("direct:plan")
                    .choice()
                    .when(simple("${header.CamelAjoChange} == 'removed'"))
                    .to("sql:delete from plan where kind = :#kind and id = :#CamelAjoId")
                    .otherwise()
                    .to(
                            "sql:update plan set name = :#name, status = :#status where kind = :#kind and id = :#CamelAjoId")
                    .filter(simple("${header.CamelSqlUpdateCount} == 0"))
                    .to(
                            "sql:insert into plan (kind, id, name, status) values (:#kind, :#CamelAjoId, :#name, :#status)");
            // end
        }
    }

    private static final class SourceNightly extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:source-nightly
            from("ajo:template?operation=list&outputType=json&scheduler=quartz&scheduler.cron={{nightly}}")
                    .routeId("templates-at-night")
                    .to("file:{{reports}}?fileName=${header.CamelAjoId}.json");
            // end
        }
    }

    private static final class SourceMaster extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:source-master
            from("master:templates:ajo:template?operation=list&outputType=json&delay=15m")
                    .routeId("templates-by-one")
                    .to("file:{{reports}}?fileName=${header.CamelAjoId}.json");
            // end
        }
    }

    private static final class RecipeInventory extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:recipe-inventory
            from("timer:inventory?repeatCount=1")
                    .setBody(constant("kind;id;status;name").append("\n"))
                    .to("file:{{reports}}?fileName=inventory.csv")
                    .to("ajo:journey?operation=list&paging=iterator")
                    .split(body())
                    .streaming()
                    .bean(InventoryLine.class, "journey")
                    .marshal(new BindyCsvDataFormat(InventoryLine.class))
                    .to("file:{{reports}}?fileName=inventory.csv&fileExist=Append")
                    .end()
                    .to("ajo:campaign?operation=list&paging=iterator")
                    .split(body())
                    .streaming()
                    .bean(InventoryLine.class, "campaign")
                    .marshal(new BindyCsvDataFormat(InventoryLine.class))
                    .to("file:{{reports}}?fileName=inventory.csv&fileExist=Append");
            // end
        }
    }

    private static final class RecipeUnsubscribes extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:recipe-unsubscribes
            from("sql:SELECT id, CAST(JSON_OBJECT('entity' VALUE JSON_OBJECT('type' VALUE 'email', 'entityValue' VALUE email))"
                            + " AS VARCHAR(1000)) AS entry FROM unsubscribe WHERE state = 'new' ORDER BY id?delay=60000"
                            + "&onConsume=UPDATE unsubscribe SET state = 'done' WHERE id = :#id AND state = 'new'")
                    .routeId("unsubscribes")
                    .setProperty("row", simple("${body[id]}"))
                    .setBody(simple("${body[entry]}"))
                    .doTry()
                    .to("ajo:suppression-address?operation=add")
                    .doCatch(AjoValidationException.class)
                    .to("sql:UPDATE unsubscribe SET state = 'refused', reason = :#${exception.message}"
                            + " WHERE id = :#${exchangeProperty.row}");
            // end
        }
    }

    private static final class RecipeNightly extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:recipe-nightly
            from("ajo:suppression-address?operation=list&changes=created,updated,removed&sourceState=#state"
                            + "&scheduler=quartz&scheduler.cron={{nightly}}")
                    .routeId("suppressed-to-table")
                    .to("sql:DELETE FROM suppressed WHERE id = :#CamelAjoId")
                    .filter(header("CamelAjoChange").isNotEqualTo("removed"))
                    .to("sql:INSERT INTO suppressed (id, email) VALUES (:#CamelAjoId, :#${body[entity][entityValue]})");
            // end
        }
    }

    private static final class RecipeDeadLetter extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:recipe-dead-letter
            onException(AjoException.class)
                    .handled(true)
                    .setHeader("why", simple("${exception.message}"))
                    .choice()
                    .when(simple("${exception.retryable}"))
                    .to("seda:mails-again")
                    .otherwise()
                    .to("seda:mails-to-check");

            from("seda:mails").to("ajo:message?operation=triggerUnitary");

            from("seda:mails-again").routeId("send-again").autoStartup(false).to("seda:mails");
            // end
        }
    }

    private static final class RecipeOutage extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:recipe-outage
            onException(AjoException.class)
                    .onWhen(simple("${exception.retryable}"))
                    .maximumRedeliveries(-1)
                    .redeliveryDelay(1000)
                    .useExponentialBackOff()
                    .maximumRedeliveryDelay(60000);
            onException(AjoException.class)
                    .handled(true)
                    .log(LoggingLevel.WARN, "Set aside: ${exception.message}")
                    .to("seda:events-to-check");

            from("seda:orders")
                    .to("ajo:event?operation=send&connectionId={{events.connection}}&schemaId={{events.schema}}");
            // end
        }
    }

    private static final class RecipeKafka extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:recipe-kafka
            from("kafka:orders?brokers={{kafka.brokers}}&groupId=journeys&autoOffsetReset=earliest"
                            + "&autoCommitEnable=false&allowManualCommit=true&breakOnFirstError=true")
                    .routeId("kafka-to-outbox")
                    .doTry()
                    .to(
                            "ajo:outbox?operation=add&deliver=event&lane=kafka-orders"
                                    + "&key=${header[kafka.TOPIC]}/${header[kafka.PARTITION]}/${header[kafka.OFFSET]}"
                                    + "&connectionId={{events.connection}}&schemaId={{events.schema}}&eventId={{events.orderPlaced}}")
                    .doCatch(AjoValidationException.class)
                    .log(
                            LoggingLevel.WARN,
                            "Left out: ${header[kafka.TOPIC]}/${header[kafka.PARTITION]}/${header[kafka.OFFSET]},"
                                    + " ${exception.message}")
                    .end()
                    .setProperty("committed", simple("${header.CamelKafkaManualCommit.commit()}"));

            from("ajo:outbox?deliver=event&lane=kafka-orders")
                    .routeId("outbox-to-journeys")
                    .filter(header("CamelAjoOutboxState").isNotEqualTo("sent"))
                    .log(
                            LoggingLevel.WARN,
                            "${header.CamelAjoOutboxKey} is ${header.CamelAjoOutboxState}: ${header.CamelAjoOutboxReason}");
            // end
        }
    }

    private static final class LimitsAsJson extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:limits-as-json
            from("direct:limits-as-json")
                    .to("ajo:capping?operation=list&outputType=pojo")
                    .transformDataType(new DataType("ajo:application-json"));
            // end
        }
    }

    private static final class RawGet extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:raw-get
            from("direct:health").to("ajo:raw?path=/ajo/im/health");
            // end
        }
    }

    private static final class RawPost extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:raw-post
            from("direct:raw-create").to("ajo:raw?httpMethod=POST&path=/journey/orchestration/endpointConfigs");
            // end
        }
    }

    private static final class ErrorRetry extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:error-retry
            onException(AjoException.class)
                    .onWhen(simple("${exception.retryable}"))
                    .maximumRedeliveries(3)
                    .redeliveryDelay(1000)
                    .useExponentialBackOff()
                    .maximumRedeliveryDelay(30000);

            from("direct:journeys").to("ajo:journey?operation=list");
            // end
        }
    }

    private static final class ErrorNotFound extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:error-not-found
            onException(AjoNotFoundException.class).handled(true).log("${header.CamelAjoId} is gone already");

            from("direct:remove").to("ajo:capping?operation=delete&forceDelete=true");
            // end
        }
    }

    private static final class ErrorUnknownOutcome extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:error-unknown-outcome
            onException(AjoTransportException.class)
                    .onWhen(simple("${exception.requestSent}"))
                    .handled(true)
                    .log(LoggingLevel.WARN, "Created or not? ${exception.message}")
                    .to("ajo:capping?operation=list");

            from("direct:create").to("ajo:capping?operation=create");
            // end
        }
    }

    /** A component that is set up in Java; its credentials come from the caller. */
    static AjoComponent component(
            CamelContext camelContext, String clientId, String clientSecret, String organizationId, String scopes) {
        // snippet:component-in-java
        AjoComponent ajo = camelContext.getComponent("ajo", AjoComponent.class);
        ajo.getConfiguration().setClientId(clientId);
        ajo.getConfiguration().setClientSecret(clientSecret);
        ajo.getConfiguration().setOrganizationId(organizationId);
        ajo.getConfiguration().setScopes(scopes);
        ajo.getConfiguration().setSandbox("dev");
        // end
        return ajo;
    }

    static void secretFromVault(AjoComponent ajo, Supplier<String> vault) {
        // snippet:secret-supplier
        ajo.getConfiguration().setClientSecretSupplier(() -> vault.get());
        // end
    }

    static ActionOutcome playedJourney(AjoSimulator simulator, String url, String key) throws InterruptedException {
        // snippet:custom-action-test
        ActionOutcome outcome = simulator.callCustomAction(CustomAction.post(url)
                .auth(ActionAuth.header("X-Action-Key", key))
                .body(Map.of("instance", "i-4711", "node", "n-1", "email", "jane@example.com", "amount", 20))
                .timeout(Duration.ofSeconds(5))
                .build());
        // end
        return outcome;
    }

    static String typed(ProducerTemplate template) {
        // snippet:typed-records
        EndpointConfig limit = EndpointConfig.action(
                        "https://api.example.com/orders/*", List.of("POST"), 100, Duration.ofSeconds(1))
                .withMaxHttpConnections(50);
        CappingChange created =
                template.requestBody("ajo:capping?operation=create&outputType=pojo", limit, CappingChange.class);
        String uid = created.uid();
        boolean deployable = created.canDeploy().ok();
        // end
        return deployable ? uid : null;
    }

    static EndpointValidationResult checked() {
        // snippet:catalog-check
        EndpointValidationResult result =
                new DefaultCamelCatalog().validateEndpointProperties("ajo:capping?operation=list&sandboxx=dev");
        boolean right = result.isSuccess();
        String complaint = result.summaryErrorMessage(false);
        // end
        return right || complaint.isEmpty() ? null : result;
    }

    static String errorFacts(AjoException failure) {
        // snippet:error-facts
        String facts = failure.getOperation() // capping.delete
                + " on " + failure.getSandbox() // dev
                + ": " + failure.getStatusCode() // 500, or 0 without an answer
                + " " + failure.getErrorCode() // 1451
                + " [" + failure.getRequestId() + "]"; // for Adobe's support
        // end
        return facts;
    }
}

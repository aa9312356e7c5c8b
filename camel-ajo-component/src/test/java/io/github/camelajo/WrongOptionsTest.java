package io.github.camelajo;

import java.util.List;

import io.github.camelajo.internal.token.LogCapture;
import io.github.camelajo.result.PagingMode;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.control.EventSamples;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

/** What is wrong in a URI or on the component shows when the route starts, and the message says what would be right. */
class WrongOptionsTest {

    @RegisterExtension
    static final AjoSimulatorExtension EXTENSION = AjoTestSupport.EXTENSION;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final AjoComponent component = new AjoComponent();

    @BeforeEach
    void configure() {
        AjoTestSupport.configure(component);
        context.addComponent("ajo", component);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private Throwable startRoute(String uri) {
        return catchThrowable(() -> {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:start").to(uri);
                }
            });
            context.start();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ajo:caping?operation=create | Unknown api 'caping', allowed: capping, throttling, journey, connection, raw",
                "ajo:capping | No operation given for ajo:capping, allowed: list, create, get, update, delete, canDeploy, deploy, undeploy",
                "ajo:capping?operation=publish | Unknown operation 'publish' for ajo:capping, allowed: list, create",
                "ajo:journey?operation=list&pageSize=500 | pageSize is 500, allowed: a whole number from 1 to 100",
                "ajo:journey?operation=list&page=-1 | page is -1, allowed: a whole number of at least 0",
                "ajo:capping?operation=create&filter=x | The option filter does not apply to capping.create, which takes: no parameters",
                "ajo:capping?operation=list&id=1 | The option id does not apply to capping.list",
                "ajo:capping?operation=list&mode=plan | The option mode does not apply to capping.list: it belongs to the operations apply and export",
                "ajo:template?operation=apply&deploy=false | The option deploy does not apply to template.apply, which takes: allowEmpty, maxRemovals, mode, onConflict, planFingerprint, prune, reportFailures",
                "ajo:capping?operation=apply&prune=managed | The option prune does not apply to capping.apply",
                "ajo:capping?operation=apply&publish=false | The option publish does not apply to capping.apply",
                "ajo:state?operation=apply&mode=plan&planFingerprint=x | planFingerprint says which plan may be applied, so it is not possible with mode=plan",
                "ajo:state?operation=apply&allowEmpty=true | The option allowEmpty only has an effect with prune=managed",
                "ajo:state?operation=apply&format=yaml | The option format does not apply to state.apply",
                "ajo:state?operation=apply&outputType=stream | outputType=stream is not possible for state.apply, allowed: map, pojo, json",
                "ajo:state?operation=apply&awaitCompletion=true | state.apply waits for jobs by itself",
                "ajo:state?operation=export&kinds=journey | kinds has journey, allowed: fragment, template, capping",
                "ajo:capping?operation=export&kinds=capping | The option kinds does not apply to capping.export",
                "ajo:capping?operation=apply&id=1 | The option id does not apply to capping.apply",
                "ajo:state?operation=apply&prune=managed&maxRemovals=-1 | maxRemovals is -1, allowed: a whole number of at least 0",
                "ajo:capping?operation=get&paging=all | The option paging does not apply to capping.get, which takes: id",
                "ajo:capping?operation=get&path=/x | The option path does not apply to capping.get",
                "ajo:journey?operation=list&param.limit=3 | journey.list has no parameter 'limit', allowed: filter, sort, fields, page, pageSize",
                "ajo:journey?operation=list&outputType=stream&paging=all | outputType=stream returns one answer as it arrives",
                "ajo:capping?operation=list&sandbox=Prod | 'Prod' is not the name of a sandbox",
                "ajo:capping?operation=list&sandbox=0b1c2d3e-4f56-7890-abcd-ef0123456789 | The sandbox is given by its UUID",
                "ajo:capping?operation=list&baseUrl=http://platform.adobe.io | baseUrl must be https",
                "ajo:capping?operation=list&baseUrl=https://user@platform.adobe.io | without user information",
                "ajo:capping?operation=list&tokenEndpoint=http://ims.example.com/token | tokenEndpoint must be https",
                "ajo:capping?operation=list&tokenEndpoint=https://ims-na1.adobelogin.com/ims/exchange/jwt | Adobe has ended",
                "ajo:capping?operation=list&privateKey=abc | JWT (Service Account) credentials",
                "ajo:capping?operation=list&sandboxx=dev | There is no option 'sandboxx' (did you mean sandbox?)",
                "ajo:journey?operaton=list | There is no option 'operaton' (did you mean operation?)",
                "ajo:journey?operation=list&pagesize2=3&zzzzzz=1 | There are no options 'pagesize2' (did you mean pageSize?), 'zzzzzz'",
                "ajo:journey?operation=list&filter=name==a&b=c | If it is part of the value of filter, write filter=RAW(...)",
                "ajo:raw?path=/x&query=limit=1&orderBy=-name | If it is part of the value of query, write query=RAW(...)",
                "ajo:journey?operation=list&paging=every | paging is 'every', allowed: page, all, iterator",
                "ajo:journey?operation=list&outputType=xml | outputType is 'xml', allowed: map, json, stream, pojo",
                "ajo:capping?operation=delete&forceDelete=yes | forceDelete is 'yes', allowed: true, false",
                "ajo:dataset?operation=getJob&awaitCompletion=on | awaitCompletion is 'on', allowed: true, false",
                "ajo:campaign?operation=list&full=1 | full is '1', allowed: true, false",
                "ajo:capping?operation=list&baseUrl=platform.adobe.io | baseUrl is 'platform.adobe.io', which has no scheme; write https://platform.adobe.io",
                "ajo:capping?operation=list&baseUrl=localhost:8088 | baseUrl is 'localhost:8088', which has no scheme",
                "ajo:capping?operation=list&tokenEndpoint=ims-na1.adobelogin.com/ims/token/v3 | tokenEndpoint is 'ims-na1.adobelogin.com/ims/token/v3', which has no scheme",
                "ajo:raw?path=/x&ifMatch=auto | ifMatch=auto is not possible for raw.request",
                "ajo:raw?httpMethod=TRACE&path=/x | httpMethod is 'TRACE', allowed: GET, POST, PUT, PATCH, DELETE"
            })
    void aWrongUriDoesNotStart(String uri, String reason) {
        assertThat(startRoute(uri)).isNotNull().hasStackTraceContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maxResponseSize=64MB | maxResponseSize is '64MB', allowed: a whole number, without a unit",
                "maxResponseSize=0 | maxResponseSize is 0, allowed: a whole number of at least 1 bytes",
                "maxResponseSize=-1 | maxResponseSize is -1, allowed: a whole number of at least 1 bytes",
                "maxRetries=-1 | maxRetries is -1, allowed: a whole number of at least 0",
                "maxRetries=three | maxRetries is 'three', allowed: a whole number",
                "maxRetries=99999999999 | maxRetries is '99999999999', allowed: a whole number",
                "maxRetryAfter=-1 | maxRetryAfter is -1, allowed: a whole number of at least 0 milliseconds",
                "requestTimeout=-1 | requestTimeout is -1, allowed: a whole number of at least 0 milliseconds",
                "requestTimeout=10x | requestTimeout is '10x', allowed: milliseconds, or a whole number with a unit as in 5s",
                "responseTimeout=-1 | responseTimeout is -1, allowed: a whole number of at least 1 milliseconds",
                "responseTimeout=0 | responseTimeout is 0, allowed: a whole number of at least 1 milliseconds",
                "awaitDelay=0 | awaitDelay is 0, allowed: a whole number of at least 1 milliseconds",
                "awaitMaxDelay=-5 | awaitMaxDelay is -5, allowed: a whole number of at least 1 milliseconds",
                "awaitTimeout=-1 | awaitTimeout is -1, allowed: a whole number of at least 0 milliseconds",
                "awaitBackOffMultiplier=0.5 | awaitBackOffMultiplier is 0.5, allowed: a number of at least 1",
                "awaitBackOffMultiplier=NaN | awaitBackOffMultiplier is NaN, allowed: a number of at least 1",
                "pageSize=ten | pageSize is 'ten', allowed: a whole number",
                "pageSize=0 | pageSize is 0, allowed: a whole number of at least 1"
            })
    void anOptionOutOfItsRangeIsNamedWithWhatIsAllowed(String option, String reason) {
        assertThat(startRoute("ajo:campaign?operation=list&" + option))
                .isNotNull()
                .hasStackTraceContaining(reason);
    }

    @Test
    void theLongestDelayIsNotBelowTheFirst() {
        assertThat(startRoute("ajo:dataset?operation=getJob&id=1&awaitCompletion=true&awaitDelay=1m"))
                .hasStackTraceContaining(
                        "awaitMaxDelay is 30000 milliseconds, allowed: at least awaitDelay, which is 60000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"requestTimeout=0", "maxRetryAfter=0s", "responseTimeout=5s", "awaitTimeout=1h", "maxRetries=0"})
    void whatHasAMeaningStarts(String option) {
        assertThat(startRoute("ajo:campaign?operation=list&" + option)).isNull();
    }

    @Test
    void aValueOfTheComponentOutOfItsRangeIsNamedToo() {
        component.getConfiguration().setMaxResponseSize(0);
        assertThat(startRoute("ajo:capping?operation=list"))
                .hasStackTraceContaining("maxResponseSize is 0, allowed: a whole number of at least 1 bytes. "
                        + "Camel takes a text that it does not understand for 0");
    }

    @Test
    void aConnectTimeoutOfNothingIsNamed() {
        component.setConnectTimeout(-1);
        assertThat(startRoute("ajo:capping?operation=list"))
                .hasStackTraceContaining("connectTimeout is -1, allowed: a whole number of at least 1 milliseconds");
    }

    @Test
    void aComponentOfAnotherNameIsToldItsOwnOptions() {
        context.addComponent("ajo-emea", new AjoComponent());
        assertThat(startRoute("ajo-emea:capping?operation=list&sandbox=dev"))
                .hasStackTraceContaining("The component ajo-emea has no clientId")
                .hasStackTraceContaining("camel.component.ajo.organizations.emea.clientId");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clientId",
                "clientSecret",
                "secondaryClientSecret",
                "organizationId",
                "scopes",
                "sandbox",
                "baseUrl",
                "tokenEndpoint"
            })
    void aPlaceholderWithoutAValueIsNamed(String option) {
        for (String placeholder : List.of("${AJO_VALUE}", "{{ajo.value}}", "#{ajo.value}")) {
            AjoComponent fresh = new AjoComponent();
            AjoTestSupport.configure(fresh);
            new AjoComponentConfigurer().configure(context, fresh, option, placeholder, false);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Credentials.check(fresh.getConfiguration(), "ajo"))
                    .withMessageContaining("The option " + option + " holds a placeholder " + placeholder);
        }
    }

    @Test
    void aPlaceholderInsideASecretIsNamedWithoutTheSecret() {
        component.getConfiguration().setClientSecret("p8e-hidden-${PART}");
        assertThat(startRoute("ajo:capping?operation=list"))
                .hasStackTraceContaining("The option clientSecret holds a placeholder that was not replaced")
                .satisfies(failure -> assertThat(failure.toString()).doesNotContain("p8e-hidden"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ajo:message?operation=triggerUnitary&maxRetries=3 | The option maxRetries has no effect on message.triggerUnitary: it is not safe to repeat",
                "ajo:raw?httpMethod=POST&path=/x&maxRetries=3 | The option maxRetries has no effect on raw.request",
                "ajo:capping?operation=list&maxRetryAfter=5s&retryAfterRedelivery=false | The option maxRetryAfter has no effect on capping.list",
                "ajo:capping?operation=list&maxResponseSize=5&outputType=stream | The option maxResponseSize has no effect on capping.list",
                "ajo:dataset?operation=getJob&id=1&awaitDelay=5s | The option awaitDelay has no effect on dataset.getJob: awaitCompletion is not set",
                "ajo:dataset?operation=getJob&id=1&awaitTimeout=5s | The option awaitTimeout has no effect on dataset.getJob"
            })
    void anOptionWithoutEffectIsMentioned(String uri, String line) {
        try (LogCapture log = new LogCapture("io.github.camelajo", Level.INFO)) {
            assertThat(startRoute(uri)).isNull();
            assertThat(log.at(Level.WARN)).singleElement().asString().contains(line);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ajo:capping?operation=list&maxRetries=3",
                "ajo:raw?path=/x&maxRetries=3",
                "ajo:template?operation=update&id=1&maxRetries=1",
                "ajo:dataset?operation=getJob&id=1&awaitCompletion=true&awaitDelay=5s"
            })
    void anOptionWithAnEffectIsNotMentioned(String uri) {
        try (LogCapture log = new LogCapture("io.github.camelajo", Level.INFO)) {
            assertThat(startRoute(uri)).isNull();
            assertThat(log.at(Level.WARN)).isEmpty();
        }
    }

    @Test
    void aMissingSandboxIsMentionedAtTheStart() {
        component.getConfiguration().setSandbox(null);
        try (LogCapture log = new LogCapture("io.github.camelajo", Level.INFO)) {
            assertThat(startRoute("ajo:journey?operation=list")).isNull();
            assertThat(log.at(Level.WARN))
                    .singleElement()
                    .asString()
                    .contains("journey.list has no sandbox", AjoConstants.SANDBOX);
        }
    }

    private static final String EVENT =
            "ajo:event?operation=send&connectionId=" + EventSamples.CONNECTION + "&schemaId=" + EventSamples.SCHEMA;

    @Test
    void eventsThatWouldLeaveTheMachineBesideASimulatorAreMentionedAtTheStart() {
        component.getConfiguration().setEventUrl(null);
        try (LogCapture log = new LogCapture("io.github.camelajo", Level.INFO)) {
            assertThat(startRoute(EVENT)).isNull();
            assertThat(log.at(Level.WARN))
                    .singleElement()
                    .asString()
                    .contains("event.send goes to https://dcs.adobedc.net, although baseUrl is http://localhost:");
        }
    }

    @Test
    void eventsForTheSimulatorAreNot() {
        component.getConfiguration().setEventUrl(component.getConfiguration().getBaseUrl());
        try (LogCapture log = new LogCapture("io.github.camelajo", Level.INFO)) {
            assertThat(startRoute(EVENT)).isNull();
            assertThat(log.at(Level.WARN)).isEmpty();
        }
    }

    @Test
    void missingCredentialsAreAllNamed() {
        component.setConfiguration(new AjoConfiguration());
        assertThat(startRoute("ajo:capping?operation=list&sandbox=dev"))
                .hasStackTraceContaining("has no clientId, clientSecret, organizationId");
    }

    @Test
    void wrongCredentialsCanBeFoundAtStart() {
        component.setTokenOnStart(true);
        component.getConfiguration().setClientSecret("wrong-but-long-enough");
        Throwable failure = startRoute("ajo:capping?operation=list");
        assertThat(failure).hasStackTraceContaining("invalid_client");
        assertThat(failure.toString()).doesNotContain("wrong-but-long-enough");
    }

    @Test
    void aRightUriStartsWithoutAskingForAToken() {
        assertThat(startRoute("ajo:capping?operation=list")).isNull();
        assertThat(EXTENSION.simulator().tokenRequests()).isEmpty();
    }

    @Test
    void onlyListsCanBeConsumedFrom() {
        Throwable failure = catchThrowable(() -> {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("ajo:journey?operation=get&id=x").to("log:x");
                }
            });
            context.start();
        });
        assertThat(failure)
                .hasStackTraceContaining("A route cannot begin with journey.get")
                .hasStackTraceContaining("journey.list");
    }

    /** As Camel Main, Quarkus, Kamelets and beans in YAML set them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paging | every | paging is 'every', allowed: page, all, iterator",
                "outputType | xml | outputType is 'xml', allowed: map, json, stream, pojo",
                "checkBody | sometimes | checkBody is 'sometimes', allowed: auto, always, never",
                "mode | dry | mode is 'dry', allowed: plan, apply",
                "tokenOnStart | yes | tokenOnStart is 'yes', allowed: true, false"
            })
    void aWrongValueOnTheComponentNamesTheAllowedOnes(String option, String value, String message) {
        assertThat(catchThrowable(() -> PropertyBindingSupport.build()
                        .withCamelContext(context)
                        .withTarget(component)
                        .withConfigurer(component.getComponentPropertyConfigurer())
                        .withProperty(option, value)
                        .bind()))
                .hasStackTraceContaining(message);
    }

    @Test
    void rightValuesOnTheComponentAreTakenInAnyCase() {
        PropertyBindingSupport.build()
                .withCamelContext(context)
                .withTarget(component)
                .withConfigurer(component.getComponentPropertyConfigurer())
                .withProperty("paging", "Iterator")
                .withProperty("token-on-start", "TRUE")
                .withIgnoreCase(true)
                .bind();
        assertThat(component.getConfiguration().getPaging()).isEqualTo(PagingMode.ITERATOR);
        assertThat(component.isTokenOnStart()).isTrue();
    }
}

package io.github.camelajo;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.apache.camel.component.http.HttpProducer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

/** Dependencies go one way: from the face towards Camel, through the rooms of {@code internal}, down to the data. */
@AnalyzeClasses(
        packages = "io.github.camelajo",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.OnlyTheComponent.class})
class ArchitectureTest {

    /** The simulator is on the class path of the tests. */
    static final class OnlyTheComponent implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/simulator/");
        }
    }

    /** A room may use what is named behind it, and itself. Nothing else, so no arrow leads up. */
    @ArchTest
    static final ArchRule PACKAGES_USE_ONLY_WHAT_IS_BELOW_THEM = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.github.camelajo..")
            .layer("face")
            .definedBy("io.github.camelajo")
            .layer("converter")
            .definedBy("io.github.camelajo.internal.converter")
            .layer("observe")
            .definedBy("io.github.camelajo.internal.observe")
            .layer("event")
            .definedBy("io.github.camelajo.internal.event")
            .layer("desired")
            .definedBy("io.github.camelajo.internal.desired")
            .layer("flow")
            .definedBy("io.github.camelajo.internal.flow")
            .layer("call")
            .definedBy("io.github.camelajo.internal.call")
            .layer("stats")
            .definedBy("io.github.camelajo.internal.stats")
            .layer("answer")
            .definedBy("io.github.camelajo.internal.answer")
            .layer("wire")
            .definedBy("io.github.camelajo.internal.wire")
            .layer("request")
            .definedBy("io.github.camelajo.internal.request")
            .layer("token")
            .definedBy("io.github.camelajo.internal.token")
            .layer("login")
            .definedBy("io.github.camelajo.internal.login")
            .layer("text")
            .definedBy("io.github.camelajo.internal.text")
            .layer("operation")
            .definedBy("io.github.camelajo.internal.operation")
            .layer("result")
            .definedBy("io.github.camelajo.result")
            .layer("model")
            .definedBy("io.github.camelajo.model")
            .layer("exception")
            .definedBy("io.github.camelajo.exception")
            .layer("source")
            .definedBy("io.github.camelajo.internal.source")
            .layer("spi")
            .definedBy("io.github.camelajo.spi")
            .layer("storage")
            .definedBy("io.github.camelajo.internal.storage")
            .layer("outbox")
            .definedBy("io.github.camelajo.internal.outbox")
            .layer("state")
            .definedBy("..internal.state..")
            .layer("trace")
            .definedBy("..internal.trace..")
            .layer("failure")
            .definedBy("..internal.failure..")
            .ensureAllClassesAreContainedInArchitectureIgnoring("io.github.camelajo.simulator..")
            .whereLayer("face")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("converter")
            .mayOnlyAccessLayers("model")
            .whereLayer("observe")
            .mayOnlyAccessLayers("call", "stats", "token", "operation", "trace", "exception")
            .whereLayer("event")
            .mayOnlyAccessLayers(
                    "flow",
                    "failure",
                    "call",
                    "answer",
                    "request",
                    "text",
                    "operation",
                    "result",
                    "model",
                    "trace",
                    "exception")
            .whereLayer("desired")
            .mayOnlyAccessLayers(
                    "flow", "call", "answer", "request", "text", "operation", "result", "model", "trace", "exception")
            .whereLayer("source")
            .mayOnlyAccessLayers("flow", "operation", "storage", "spi", "exception")
            .whereLayer("outbox")
            .mayOnlyAccessLayers(
                    "event",
                    "flow",
                    "failure",
                    "answer",
                    "request",
                    "text",
                    "operation",
                    "storage",
                    "spi",
                    "model",
                    "exception")
            .whereLayer("flow")
            .mayOnlyAccessLayers(
                    "failure",
                    "call",
                    "answer",
                    "request",
                    "text",
                    "operation",
                    "result",
                    "model",
                    "trace",
                    "exception")
            .whereLayer("call")
            .mayOnlyAccessLayers(
                    "failure",
                    "stats",
                    "answer",
                    "wire",
                    "request",
                    "token",
                    "login",
                    "operation",
                    "trace",
                    "exception")
            .whereLayer("stats")
            .mayOnlyAccessLayers("answer", "operation", "trace", "exception")
            .whereLayer("answer")
            .mayOnlyAccessLayers("failure", "wire", "request", "text", "operation", "result", "model", "exception")
            .whereLayer("wire")
            .mayOnlyAccessLayers("request", "token", "login", "text", "operation", "trace", "exception")
            .whereLayer("request")
            .mayOnlyAccessLayers("text", "operation", "trace", "exception")
            .whereLayer("token")
            .mayOnlyAccessLayers("failure", "login", "text", "trace", "exception")
            .whereLayer("login")
            .mayOnlyAccessLayers("failure", "text", "exception")
            .whereLayer("text")
            .mayNotAccessAnyLayer()
            .whereLayer("operation")
            .mayNotAccessAnyLayer()
            .whereLayer("result")
            .mayNotAccessAnyLayer()
            .whereLayer("model")
            .mayNotAccessAnyLayer()
            .whereLayer("trace")
            .mayNotAccessAnyLayer()
            .whereLayer("spi")
            .mayNotAccessAnyLayer()
            .whereLayer("storage")
            .mayOnlyAccessLayers("spi")
            .whereLayer("state")
            .mayOnlyAccessLayers("storage", "spi")
            .whereLayer("failure")
            .mayOnlyAccessLayers("exception")
            .whereLayer("exception")
            .mayOnlyAccessLayers("model");

    @ArchTest
    static final ArchRule THERE_ARE_NO_CYCLES = SlicesRuleDefinition.slices()
            .matching("io.github.camelajo.(**)")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule CAMELS_HTTP_PRODUCER_IS_NOT_USED = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(HttpProducer.class)
            .because("it forwards headers, follows control headers with our token, and repeats a POST by itself");

    @ArchTest
    static final ArchRule THE_CATALOGUE_AND_THE_MODEL_KNOW_NOTHING_OF_CAMEL = noClasses()
            .that()
            .resideInAnyPackage("..operation..", "..model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache..");

    @ArchTest
    static final ArchRule MICROMETER_IS_TOUCHED_BY_THE_METERS_ONLY = noClasses()
            .that()
            .haveNameNotMatching(".*\\.(AjoMeters|SourceMeters|TokenMeters|HttpMeters|PoolMeters)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..")
            .because("it is optional");

    @ArchTest
    static final ArchRule OPEN_TELEMETRY_IS_TOUCHED_IN_ONE_CLASS = noClasses()
            .that()
            .haveNameNotMatching(".*\\.OpenTelemetrySpans(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.opentelemetry..")
            .because("it is optional");

    @ArchTest
    static final ArchRule CAMEL_TELEMETRY_IS_TOUCHED_BY_THE_DECORATOR_ONLY = noClasses()
            .that()
            .haveNameNotMatching(".*\\.(AjoSpanDecorator|EndpointSpan)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel.telemetry..")
            .because("it is optional");

    @ArchTest
    static final ArchRule NO_DECORATOR_OF_CAMEL_IS_EXTENDED = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel.telemetry.decorators..")
            .because("they put URIs and texts of exceptions on spans");

    @ArchTest
    static final ArchRule CAMEL_HEALTH_IS_TOUCHED_IN_ONE_CLASS = noClasses()
            .that()
            .haveNameNotMatching(".*\\.AjoHealthCheck(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel.impl.health..")
            .because("it is optional");

    @ArchTest
    static final ArchRule YAML_IS_TOUCHED_IN_ONE_CLASS = noClasses()
            .that()
            .haveNameNotMatching(".*\\.YamlText(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..")
            .because("it is optional");

    @ArchTest
    static final ArchRule NOTHING_IS_PRINTED =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule EXCEPTIONS_ARE_NAMED_AFTER_THE_COMPONENT = classes()
            .that()
            .resideInAPackage("..exception..")
            .and()
            .areAssignableTo(Exception.class)
            .should()
            .haveSimpleNameStartingWith("Ajo");
}

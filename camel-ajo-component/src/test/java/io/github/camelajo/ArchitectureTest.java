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

/** Dependencies go one way: from the face towards Camel down to the data. */
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

    @ArchTest
    static final ArchRule PACKAGES_USE_ONLY_WHAT_IS_BELOW_THEM = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.github.camelajo..")
            .layer("root")
            .definedBy("io.github.camelajo")
            .layer("workflow")
            .definedBy("..workflow..")
            .layer("http")
            .definedBy("..http..")
            .layer("auth")
            .definedBy("..auth..")
            .layer("operation")
            .definedBy("..operation..")
            .layer("model")
            .definedBy("..model..")
            .layer("converter")
            .definedBy("..converter..")
            .layer("failure")
            .definedBy("..failure..")
            .layer("exception")
            .definedBy("..exception..")
            .layer("health")
            .definedBy("..health..")
            .layer("console")
            .definedBy("..console..")
            .layer("micrometer")
            .definedBy("..micrometer..")
            .whereLayer("root")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("workflow")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("root", "workflow", "health", "console", "micrometer")
            .whereLayer("auth")
            .mayOnlyBeAccessedByLayers("root", "http", "health", "console", "micrometer")
            .whereLayer("failure")
            .mayOnlyBeAccessedByLayers("root", "workflow", "http", "auth")
            .whereLayer("operation")
            .mayOnlyBeAccessedByLayers("root", "workflow", "http")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("root", "workflow", "converter")
            .whereLayer("health")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("console")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("micrometer")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("converter")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule THERE_ARE_NO_CYCLES = SlicesRuleDefinition.slices()
            .matching("io.github.camelajo.(*)..")
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
    static final ArchRule MICROMETER_IS_TOUCHED_IN_ONE_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("io.github.camelajo.micrometer")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..")
            .because("it is optional");

    @ArchTest
    static final ArchRule CAMEL_HEALTH_IS_TOUCHED_IN_ONE_CLASS = noClasses()
            .that()
            .haveNameNotMatching(".*\\.AjoHealthCheck(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel.impl.health..")
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

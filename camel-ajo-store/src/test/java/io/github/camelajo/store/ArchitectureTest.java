package io.github.camelajo.store;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The store is plain JDBC behind the component's SPI. */
@AnalyzeClasses(packages = "io.github.camelajo.store", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NOTHING_IS_NEEDED_BUT_THE_SPI_AND_SLF4J = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.sql..",
                    "javax.crypto..",
                    "org.slf4j..",
                    "io.github.camelajo.spi..",
                    "io.github.camelajo.internal.storage..",
                    "io.github.camelajo.store..");

    @ArchTest
    static final ArchRule NO_STATIC_FIELD_CHANGES =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule ONLY_THE_WAY_IN_AND_WHAT_USERS_IMPLEMENT_IS_PUBLIC = classes()
            .that()
            .haveModifier(JavaModifier.PUBLIC)
            .and()
            .areTopLevelClasses()
            .should()
            .haveNameMatching(".*\\.(AjoStore|CallerTransaction|PayloadCipher)");

    @ArchTest
    static final ArchRule NO_DRIVER_IS_NAMED =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.h2..", "org.postgresql..");
}

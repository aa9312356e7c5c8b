package io.github.camelajo.simulator;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

/** The packages of the simulator, and the direction of their dependencies. */
@AnalyzeClasses(packages = "io.github.camelajo.simulator", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.camelajo.simulator";
    private static final String INTERNAL = ROOT + ".internal";
    private static final String FAMILY = INTERNAL + ".family";

    /** Which families use which others: message, simulation -> campaign -> journey <- loyalty. */
    private static final Map<String, Set<String>> FAMILIES_THAT_KNOW_OTHERS = Map.of(
            "message", Set.of("campaign"),
            "simulation", Set.of("campaign"),
            "campaign", Set.of("journey"),
            "loyalty", Set.of("journey"));

    @ArchTest
    static final ArchRule PACKAGES_USE_ONLY_WHAT_IS_BELOW_THEM = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
            .layer("face")
            .definedBy(ROOT)
            .layer("server")
            .definedBy(INTERNAL + ".server..")
            .layer("login")
            .definedBy(INTERNAL + ".login..")
            .layer("family")
            .definedBy(FAMILY + "..")
            .layer("action")
            .definedBy(INTERNAL + ".action..")
            .layer("core")
            .definedBy(INTERNAL + ".core..")
            .layer("control")
            .definedBy(ROOT + ".control..")
            .ensureAllClassesAreContainedInArchitectureIgnoring(simpleName("package-info"))
            .whereLayer("face")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("server")
            .mayOnlyBeAccessedByLayers("face")
            .whereLayer("login")
            .mayOnlyBeAccessedByLayers("face", "server")
            .whereLayer("family")
            .mayOnlyBeAccessedByLayers("face")
            .whereLayer("action")
            .mayOnlyBeAccessedByLayers("face")
            .whereLayer("core")
            .mayOnlyBeAccessedByLayers("face", "server", "login", "family", "action")
            .because("only the face uses families, and what a test sets or reads uses nothing");

    @ArchTest
    static final ArchRule FAMILIES_DO_NOT_KNOW_EACH_OTHER = classes()
            .that()
            .resideInAPackage(FAMILY + "..")
            .should(new ArchCondition<>("use no family except their own and those named in this test") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    String own = family(type);
                    Set<String> allowed = FAMILIES_THAT_KNOW_OTHERS.getOrDefault(own, Set.of());
                    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                        String other = family(dependency.getTargetClass());
                        if (other != null && !other.equals(own) && !allowed.contains(other)) {
                            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                        }
                    }
                }
            });

    @ArchTest
    static final ArchRule THERE_ARE_NO_CYCLES =
            SlicesRuleDefinition.slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PUBLIC_TYPES_SHOW_NOTHING_INTERNAL = classes()
            .that()
            .resideInAnyPackage(ROOT, ROOT + ".control..")
            .and()
            .arePublic()
            .should(new ArchCondition<>("show no internal type in public or protected signatures") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    shown(type)
                            .filter(shown -> shown.getPackageName().startsWith(INTERNAL))
                            .forEach(shown -> events.add(
                                    SimpleConditionEvent.violated(type, type.getName() + " shows " + shown.getName())));
                }
            });

    @ArchTest
    static final ArchRule ONLY_THE_SERVER_AND_THE_FACE_KNOW_WIREMOCK = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, INTERNAL + ".server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.github.tomakehurst..");

    @ArchTest
    static final ArchRule SERVICES_AND_FAMILIES_ARE_IN_A_FAMILY_PACKAGE = classes()
            .that(DescribedPredicate.describe(
                    "are services or families",
                    type -> !type.isInterface()
                            && type.getAllRawInterfaces().stream()
                                    .anyMatch(face -> face.getName().equals(INTERNAL + ".core.Family"))))
            .should()
            .resideInAPackage(FAMILY + ".*");

    /** A rule about packages that do not exist would always hold. */
    @ArchTest
    static void namesOnlyFamiliesThatExist(JavaClasses all) {
        Set<String> families = all.stream()
                .map(ArchitectureTest::family)
                .filter(family -> family != null)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(families).containsAll(FAMILIES_THAT_KNOW_OTHERS.keySet());
        FAMILIES_THAT_KNOW_OTHERS.values().forEach(known -> assertThat(families).containsAll(known));
    }

    /** Returns the family of a class; {@code null} if it belongs to none. */
    private static String family(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(FAMILY + ".") ? name.substring(FAMILY.length() + 1) : null;
    }

    private static Stream<JavaClass> shown(JavaClass type) {
        Stream<JavaClass> parents = Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream());
        Stream<JavaClass> members = type.getMembers().stream()
                .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED))
                .flatMap(ArchitectureTest::shown);
        return Stream.concat(parents, members);
    }

    /** Includes type arguments. */
    private static Stream<JavaClass> shown(JavaMember member) {
        if (member instanceof JavaField field) {
            return field.getType().getAllInvolvedRawTypes().stream();
        }
        JavaCodeUnit unit = (JavaCodeUnit) member;
        return Stream.of(
                        unit.getReturnType().getAllInvolvedRawTypes().stream(),
                        unit.getParameterTypes().stream()
                                .flatMap(parameter -> parameter.getAllInvolvedRawTypes().stream()),
                        unit.getExceptionTypes().stream())
                .flatMap(types -> types);
    }
}

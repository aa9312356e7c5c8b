package io.github.camelajo;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What applications may rely on, member by member. A change of it is seen in review, as it changes a file. */
class PromisedApiTest {

    private static final Path FILE = Path.of("src", "test", "resources", "promised-api.txt");

    private static final Set<String> PACKAGES = Set.of(
            "io.github.camelajo",
            "io.github.camelajo.exception",
            "io.github.camelajo.model",
            "io.github.camelajo.result",
            "io.github.camelajo.spi");

    /** Camel's build writes these, and only Camel uses them. */
    private static final Set<String> WRITTEN_BY_CAMEL = Set.of(
            "AjoComponentConfigurer", "AjoEndpointConfigurer", "AjoEndpointUriFactory", "AjoTypeConvertersLoader");

    private static final Set<String> OF_EVERY_RECORD_AND_ENUM = Set.of("equals", "hashCode", "toString");

    @Test
    void theListOfPromisedTypesAndMembersIsUpToDate() throws IOException {
        String api = api();
        if (Boolean.getBoolean("api.update")) {
            Files.writeString(FILE, api);
        }
        assertThat(Files.readString(FILE))
                .as(
                        "The promised API has changed. If that is meant: run this test with -Dapi.update=true, commit %s, and "
                                + "tell users in CHANGELOG.md what they have to do",
                        FILE)
                .isEqualToNormalizingNewlines(api);
    }

    @Test
    void nothingThatIsPromisedShowsAnInternalType() {
        assertThat(api().lines().filter(line -> line.contains("io.github.camelajo.internal.")))
                .isEmpty();
    }

    private static String api() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(PACKAGES).stream()
                        .filter(type -> PACKAGES.contains(type.getPackageName()))
                        .filter(type -> !WRITTEN_BY_CAMEL.contains(type.getSimpleName()))
                        .map(JavaClass::reflect)
                        .filter(PromisedApiTest::isVisible)
                        .sorted(Comparator.comparing(Class::getName))
                        .map(PromisedApiTest::describe)
                        .collect(Collectors.joining("\n"));
    }

    private static boolean isVisible(Class<?> type) {
        boolean visible = Modifier.isPublic(type.getModifiers()) || Modifier.isProtected(type.getModifiers());
        return visible && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
    }

    private static String describe(Class<?> type) {
        List<String> members = new ArrayList<>();
        shown(type.getDeclaredConstructors()).map(Constructor::toGenericString).forEach(members::add);
        for (Class<?> part : parts(type)) {
            Stream<String> fields = shown(part.getDeclaredFields()).map(PromisedApiTest::field);
            Stream<String> methods = shown(part.getDeclaredMethods())
                    .filter(method -> !isOfEveryRecordOrEnum(type, method))
                    .map(Method::toGenericString);
            Stream.concat(fields, methods)
                    .map(member -> member.replace(part.getTypeName() + ".", ""))
                    .forEach(members::add);
        }
        return header(type)
                + members.stream()
                        .map(member -> "    " + member.replace(type.getTypeName() + ".", "") + "\n")
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining());
    }

    /** The type and the hidden superclasses behind it: applications see their members as those of the type. */
    private static List<Class<?>> parts(Class<?> type) {
        List<Class<?>> parts = new ArrayList<>(List.of(type));
        Class<?> parent = type.getSuperclass();
        while (parent != null && PACKAGES.contains(parent.getPackageName()) && !isVisible(parent)) {
            parts.add(parent);
            parent = parent.getSuperclass();
        }
        return parts;
    }

    private static String header(Class<?> type) {
        List<Class<?>> parts = parts(type);
        Type visible = parts.get(parts.size() - 1).getGenericSuperclass();
        Stream<Type> interfaces = parts.stream().flatMap(part -> Arrays.stream(part.getGenericInterfaces()));
        String parents = Stream.concat(Stream.ofNullable(visible), interfaces)
                .map(Type::getTypeName)
                .filter(parent -> !parent.equals(Object.class.getName()))
                .sorted()
                .collect(Collectors.joining(", "));
        // Newer Java says by itself what is sealed.
        String declared = type.toGenericString().replace("non-sealed ", "").replace("sealed ", "");
        return (type.isSealed() ? "sealed " : "") + declared + (parents.isEmpty() ? "" : " : " + parents) + "\n";
    }

    /** With the value of a constant: compilers copy it into applications. */
    private static String field(Field field) {
        String text = field.toGenericString();
        if (!Modifier.isStatic(field.getModifiers()) || field.getType() != String.class) {
            return text;
        }
        try {
            return text + " = " + field.get(null);
        } catch (IllegalAccessException e) {
            return text;
        }
    }

    private static <T extends Member> Stream<T> shown(T[] members) {
        return Arrays.stream(members)
                .filter(member -> !member.isSynthetic())
                .filter(member ->
                        Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers()));
    }

    private static boolean isOfEveryRecordOrEnum(Class<?> type, Executable method) {
        return type.isRecord() && OF_EVERY_RECORD_AND_ENUM.contains(method.getName())
                || type.isEnum() && Set.of("values", "valueOf").contains(method.getName());
    }
}

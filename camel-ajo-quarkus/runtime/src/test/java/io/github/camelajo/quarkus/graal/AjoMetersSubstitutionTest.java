package io.github.camelajo.quarkus.graal;

import java.lang.reflect.Method;
import java.util.stream.Stream;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks the substitution without a native build. */
class AjoMetersSubstitutionTest {

    private static final TargetClass TARGET = AjoMetersSubstitution.class.getAnnotation(TargetClass.class);

    @Test
    void everySubstituteHasItsCounterpart() throws Exception {
        Method[] substitutes = Stream.of(AjoMetersSubstitution.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Substitute.class))
                .toArray(Method[]::new);

        assertThat(substitutes).isNotEmpty();
        for (Method substitute : substitutes) {
            Method original = TARGET.value().getDeclaredMethod(substitute.getName(), substitute.getParameterTypes());
            assertThat(original.getReturnType()).isEqualTo(substitute.getReturnType());
            assertThat(original.getModifiers()).isEqualTo(substitute.getModifiers());
        }
    }

    @Test
    void withMicrometerTheMetersStay() {
        assertThat(new AjoMetersSubstitution.WithoutMicrometer().getAsBoolean()).isFalse();
    }

    @Test
    void withoutMicrometerTheyAreReplaced() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            assertThat(new AjoMetersSubstitution.WithoutMicrometer().getAsBoolean())
                    .isTrue();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}

package io.github.camelajo.quarkus.graal;

import java.util.function.BooleanSupplier;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.github.camelajo.internal.call.AjoTransport;
import io.github.camelajo.internal.observe.AjoMeters;
import org.apache.camel.CamelContext;

/**
 * Replaces {@link AjoMeters} in a native executable without Micrometer. On the JVM that class is not loaded in this
 * case. A native build, however, links all reachable code and would fail without the classes of Micrometer.
 */
@TargetClass(value = AjoMeters.class, onlyWith = AjoMetersSubstitution.WithoutMicrometer.class)
final class AjoMetersSubstitution {

    @Substitute
    public static AjoMeters start(
            CamelContext ignoredContext,
            String ignoredComponent,
            AjoTransport ignoredTransport,
            String ignoredHttpMeters) {
        return null;
    }

    static final class WithoutMicrometer implements BooleanSupplier {

        @Override
        public boolean getAsBoolean() {
            try {
                Class.forName(
                        "io.micrometer.core.instrument.MeterRegistry",
                        false,
                        Thread.currentThread().getContextClassLoader());
                return false;
            } catch (ClassNotFoundException e) {
                return true;
            }
        }
    }
}

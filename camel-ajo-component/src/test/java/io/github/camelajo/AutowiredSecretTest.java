package io.github.camelajo;

import java.util.function.Supplier;

import io.github.camelajo.exception.AjoAuthenticationException;
import io.github.camelajo.spi.ClientSecretSupplier;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The one supplier of a client secret in the registry is found. */
class AutowiredSecretTest extends AjoTestSupport {

    private static final String LIST = "ajo:journey?operation=list";

    private final DefaultCamelContext own = new DefaultCamelContext();
    private final AjoComponent ajo = withoutSecret();

    private static AjoComponent withoutSecret() {
        AjoComponent component = new AjoComponent();
        configure(component);
        component.getConfiguration().setClientSecret(null);
        return component;
    }

    private Exchange call(String uri) {
        own.addComponent("ajo", ajo);
        own.start();
        return own.createProducerTemplate().request(uri, exchange -> {});
    }

    private void bind(String name, String secret) {
        ClientSecretSupplier supplier = () -> secret;
        own.getRegistry().bind(name, ClientSecretSupplier.class, supplier);
    }

    @Test
    void theOneSupplierOfTheRegistryGivesTheSecret() throws Exception {
        try (own) {
            bind("vault", simulator().clientSecret());
            assertThat(call(LIST).getException()).isNull();
        }
    }

    @Test
    void aSecretOfTheComponentWins() throws Exception {
        try (own) {
            bind("vault", "wrong");
            ajo.getConfiguration().setClientSecret(simulator().clientSecret());
            assertThat(call(LIST).getException()).isNull();
        }
    }

    @Test
    void aSecretOfTheUriWins() throws Exception {
        try (own) {
            bind("vault", "wrong");
            assertThat(call(LIST + "&clientSecret=RAW(" + simulator().clientSecret() + ")")
                            .getException())
                    .isNull();
        }
    }

    @Test
    void itIsTheOneThatIsAsked() throws Exception {
        try (own) {
            bind("vault", "wrong");
            assertThat(call(LIST).getException()).isInstanceOf(AjoAuthenticationException.class);
        }
    }

    @Test
    void ofSeveralNoneIsTaken() throws Exception {
        try (own) {
            bind("vault", simulator().clientSecret());
            bind("other", simulator().clientSecret());
            assertThatThrownBy(() -> call(LIST)).hasStackTraceContaining("has no clientSecret");
        }
    }

    @Test
    void aSupplierOfSomethingElseIsNotTaken() throws Exception {
        try (own) {
            Supplier<String> greeting = () -> "hello";
            own.getRegistry().bind("greeting", Supplier.class, greeting);
            assertThatThrownBy(() -> call(LIST)).hasStackTraceContaining("has no clientSecret");
        }
    }

    @Test
    void nothingIsTakenWithAutowiredEnabledOff() throws Exception {
        try (own) {
            bind("vault", simulator().clientSecret());
            ajo.setAutowiredEnabled(false);
            assertThatThrownBy(() -> call(LIST)).hasStackTraceContaining("has no clientSecret");
        }
    }
}

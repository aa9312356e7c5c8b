package io.github.camelajo;

import io.github.camelajo.internal.state.MemorySourceState;
import io.github.camelajo.spi.SourceState;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The one storage of positions in the registry is found. */
class AutowiredStateTest extends AjoTestSupport {

    private static final String SOURCE = "ajo:template?operation=list&sourceId=test";

    private final DefaultCamelContext own = new DefaultCamelContext();
    private final AjoComponent ajo = new AjoComponent();
    private final SourceState found = new MemorySourceState();

    private SourceState used(String uri) {
        configure(ajo);
        own.addComponent("ajo", ajo);
        own.start();
        return own.getEndpoint(uri, AjoEndpoint.class).state();
    }

    @Test
    void theOneStorageOfTheRegistryIsUsed() throws Exception {
        try (own) {
            own.getRegistry().bind("positions", SourceState.class, found);
            assertThat(used(SOURCE)).isSameAs(found);
        }
    }

    @Test
    void theOptionOfTheUriWins() throws Exception {
        try (own) {
            SourceState named = new MemorySourceState();
            own.getRegistry().bind("positions", SourceState.class, found);
            own.getRegistry().bind("named", SourceState.class, named);
            assertThat(used(SOURCE + "&sourceState=#named")).isSameAs(named);
        }
    }

    @Test
    void noneOfSeveralIsUsedAndNoneWhereThatIsTurnedOff() throws Exception {
        try (own) {
            own.getRegistry().bind("positions", SourceState.class, found);
            ajo.setAutowiredEnabled(false);
            assertThat(used(SOURCE)).isNotSameAs(found);
        }
        try (DefaultCamelContext several = new DefaultCamelContext()) {
            several.getRegistry().bind("a", SourceState.class, found);
            several.getRegistry().bind("b", SourceState.class, new MemorySourceState());
            AjoComponent other = component();
            several.addComponent("ajo", other);
            several.start();
            assertThat(several.getEndpoint(SOURCE, AjoEndpoint.class).state()).isNotSameAs(found);
        }
    }
}

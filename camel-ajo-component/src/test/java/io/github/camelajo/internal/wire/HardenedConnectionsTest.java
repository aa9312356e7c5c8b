package io.github.camelajo.internal.wire;

import java.util.concurrent.atomic.AtomicReference;

import com.sun.net.httpserver.HttpServer;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.socket.ConnectionSocketFactory;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Registry;
import org.apache.hc.core5.http.io.SocketConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.net.InetAddress.getLoopbackAddress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The component never runs without the guard of its connections, whatever line of Camel it meets. */
class HardenedConnectionsTest {

    private final CamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void theGuardIsInPlaceOnThisLineOfCamel() {
        HttpClientProvider provider = new HttpClientProvider(context, null, null, 4);
        provider.start();
        assertThat(provider.client()).isNotNull();
        provider.stop();
    }

    @Test
    void aCamelThatDoesNotTakeOverTheConnectionsIsRefusedAtTheStart() {
        HttpClientProvider provider = new HttpClientProvider(context, null, null, 4, OtherSignature::new);
        assertThatThrownBy(provider::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(context.getVersion())
                .hasMessageContaining("did not take over the guard of its connections");
    }

    @Test
    void aCamelThatDoesNotCallTheConfigurerIsRefusedAtTheStart() {
        HttpClientProvider provider = new HttpClientProvider(context, null, null, 4, NoConfigurer::new);
        assertThatThrownBy(provider::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("did not take over the guard of its connections");
    }

    @Test
    void aConfigurerOfTheApplicationDoesNotReplaceTheGuardedConnections() throws Exception {
        AtomicReference<PoolingHttpClientConnectionManager> own = new AtomicReference<>();
        HttpComponent settings = new HttpComponent();
        settings.setHttpClientConfigurer(builder -> {
            own.set(new PoolingHttpClientConnectionManager());
            builder.setConnectionManager(own.get());
        });
        HttpServer server = HttpServer.create(new java.net.InetSocketAddress(getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            call.sendResponseHeaders(204, -1);
            call.close();
        });
        server.start();
        HttpClientProvider provider = new HttpClientProvider(context, settings, null, 4);
        provider.start();
        try {
            HttpGet get = new HttpGet("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            int status = provider.client().execute(get, answer -> answer.getCode());
            assertThat(status).isEqualTo(204);
            assertThat(provider.connections().idle()).isEqualTo(1);
            assertThat(own.get().getTotalStats().getAvailable()).isZero();
        } finally {
            provider.stop();
            server.stop(0);
        }
    }

    /** A later Camel with a third signature: ours are never called. */
    private static final class OtherSignature extends HardenedHttpComponent {

        @Override
        protected HttpClientConnectionManager createConnectionManager(
                Registry<ConnectionSocketFactory> registry, int maxTotal, int maxPerRoute, SocketConfig socketConfig) {
            return new PoolingHttpClientConnectionManager();
        }

        @Override
        protected HttpClientConnectionManager createConnectionManager(
                TlsSocketStrategy tls, int maxTotal, int maxPerRoute, SocketConfig socketConfig) {
            return new PoolingHttpClientConnectionManager();
        }
    }

    /** A later Camel that takes the configurer from elsewhere. */
    private static final class NoConfigurer extends HardenedHttpComponent {

        @Override
        public void setHttpClientConfigurer(HttpClientConfigurer configurer) {
            // Dropped.
        }
    }
}

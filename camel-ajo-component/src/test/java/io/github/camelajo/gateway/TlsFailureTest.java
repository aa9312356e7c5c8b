package io.github.camelajo.gateway;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import io.github.camelajo.AjoComponent;
import io.github.camelajo.exception.AjoTimeoutException;
import io.github.camelajo.exception.AjoTransportException;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever goes wrong before there is a connection: nothing was sent, and the exception says so. */
class TlsFailureTest extends RawServerSupport {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path directory;

    private static KeyStore ours;
    private static KeyStore elsewhere;

    @BeforeAll
    static void makeCertificates() throws Exception {
        ours = keyStore("localhost");
        elsewhere = keyStore("elsewhere.example.com");
    }

    private static KeyStore keyStore(String host) throws Exception {
        Path file = directory.resolve(host + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private static RawServer serve(KeyStore certificate, RawServer.Script script) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(certificate, PASSWORD);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        return new RawServer(tls.getServerSocketFactory(), script);
    }

    /** A component that trusts one certificate beside none other. */
    private String trusting(KeyStore certificate, String uri) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("a", certificate.getCertificate("a"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        TrustManagersParameters managers = new TrustManagersParameters();
        managers.setTrustManager(trust.getTrustManagers()[0]);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(managers);
        AjoComponent component = component();
        component.setSslContextParameters(parameters);
        component.setConnectTimeout(400);
        context.addComponent("ajo-tls", component);
        return uri.replace("ajo:", "ajo-tls:").replace("baseUrl=http:", "baseUrl=https:");
    }

    private void nothingWasSent(String uri, String reason) {
        AjoTransportException failed = (AjoTransportException) failure(uri, CONFIGURATION);
        assertThat(failed).hasMessageContaining(reason).hasMessageContaining("Nothing was sent");
        assertThat(failed.isRequestSent()).isFalse();
        assertThat(failed.isRetryable()).isTrue();
    }

    @Test
    void aCertificateThatIsTrustedIsEnough() throws Exception {
        try (RawServer api = serve(ours, Scripts.ok())) {
            assertThat(send(trusting(ours, create(api)), CONFIGURATION).getException())
                    .isNull();
        }
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefused() throws Exception {
        try (RawServer api = serve(ours, Scripts.ok())) {
            nothingWasSent(create(api).replace("baseUrl=http:", "baseUrl=https:"), "the TLS connection failed");
            assertThat(api.requests()).isEmpty();
        }
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() throws Exception {
        try (RawServer api = serve(elsewhere, Scripts.ok())) {
            nothingWasSent(trusting(elsewhere, create(api)), "the TLS connection failed");
            assertThat(api.requests()).isEmpty();
        }
    }

    @Test
    void aServerWithoutTlsIsNamed() throws Exception {
        try (RawServer api = serve(Scripts.ok())) {
            nothingWasSent(trusting(ours, create(api)), "the TLS connection failed");
            assertThat(api.requests()).isEmpty();
        }
    }

    @Test
    void aResetInTheMiddleOfTheHandshakeIsNoSentRequest() throws Exception {
        try (RawServer api = serve(Scripts.before(wire -> {
            wire.skip(10);
            wire.reset();
        }))) {
            nothingWasSent(trusting(ours, create(api)), "");
        }
    }

    @Test
    void aHandshakeWithoutAnAnswerEndsWithTheConnectTimeout() throws Exception {
        try (RawServer api = serve(Scripts.before(Wire::hang))) {
            String uri = trusting(ours, create(api));
            nothingWasSent(uri, "connectTimeout");
            assertThat(failure(uri, CONFIGURATION)).isInstanceOf(AjoTimeoutException.class);
        }
    }

    @Test
    void aHandshakeThatDripsEndsWithTheCall() throws Exception {
        try (RawServer api = serve(Scripts.before(wire -> {
            // The head of a record of 16000 bytes, and then hardly any of them.
            wire.send(new byte[] {22, 3, 3, 62, (byte) 128});
            wire.drip("x");
        }))) {
            nothingWasSent(trusting(ours, create(api)) + "&requestTimeout=300", "requestTimeout");
        }
    }

    @Test
    void aHostThatDoesNotAnswerEndsWithTheConnectTimeout() throws Exception {
        List<Socket> waiting = new ArrayList<>();
        // A queue of one that is full: the system lets further callers wait.
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            while (waiting.size() < 10) {
                Socket socket = new Socket();
                waiting.add(socket);
                try {
                    socket.connect(full.getLocalSocketAddress(), 100);
                } catch (java.net.SocketTimeoutException e) {
                    break;
                }
            }
            String uri = trusting(
                    ours,
                    "ajo:capping?operation=create&baseUrl=http://localhost:" + full.getLocalPort() + "&tokenEndpoint="
                            + login.url() + "/ims/token/v3");
            nothingWasSent(uri, "connectTimeout");
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void aPortThatNobodyListensOnIsTriedTwiceForAReadAndOnceForACreate() throws Exception {
        RawServer gone = serve(Scripts.ok());
        gone.close();
        nothingWasSent(create(gone), "refused");
        nothingWasSent(read(gone), "refused");
        assertThat(context.getComponent("ajo", AjoComponent.class).getRetries()).isEqualTo(1);
    }
}

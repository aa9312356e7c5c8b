package io.github.camelajo.simulator.internal.action;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** A self-signed certificate, created for one run of the tests by the JDK's keytool. */
record TestCertificate(KeyStore store) {

    private static final String ALIAS = "one";
    private static final char[] PASSWORD = "changeit".toCharArray();

    /**
     * Creates all certificates at the same time, because each needs a process.
     *
     * @param hosts their names, as servers and as clients
     */
    static List<TestCertificate> of(Path folder, String... hosts) throws Exception {
        List<Process> running = new ArrayList<>();
        for (String host : hosts) {
            running.add(keytool(folder, host));
        }
        List<TestCertificate> made = new ArrayList<>();
        for (int i = 0; i < hosts.length; i++) {
            assertThat(running.get(i).waitFor(100, TimeUnit.SECONDS)).isTrue();
            assertThat(running.get(i).exitValue())
                    .as(Files.readString(folder.resolve(hosts[i] + ".log")))
                    .isZero();
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(folder.resolve(hosts[i] + ".p12"))) {
                store.load(in, PASSWORD);
            }
            made.add(new TestCertificate(store));
        }
        return made;
    }

    private static Process keytool(Path folder, String host) throws IOException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String words = " -genkeypair -keyalg EC -validity 2 -storetype PKCS12 -alias " + ALIAS + " -storepass "
                + new String(PASSWORD) + " -dname CN=" + host + " -ext san=dns:" + host;
        List<String> command = new ArrayList<>(List.of(words.split(" ")));
        command.set(0, keytool);
        command.addAll(List.of("-keystore", folder.resolve(host + ".p12").toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(host + ".log").toFile())
                .start();
    }

    /** Returns a context that presents this certificate and trusts others. */
    SSLContext trusting(TestCertificate... others) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        return context(keys, others);
    }

    /** Returns a context that presents no certificate and trusts others. */
    static SSLContext onlyTrusting(TestCertificate... others) throws Exception {
        return context(null, others);
    }

    private static SSLContext context(KeyManagerFactory keys, TestCertificate... others)
            throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        for (int i = 0; i < others.length; i++) {
            trusted.setCertificateEntry("other" + i, others[i].store.getCertificate(ALIAS));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys == null ? null : keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    String pem() throws GeneralSecurityException {
        return pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded());
    }

    String keyPem() throws GeneralSecurityException {
        return pem("PRIVATE KEY", store.getKey(ALIAS, PASSWORD).getEncoded());
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(content)
                + "\n-----END " + what + "-----\n";
    }
}

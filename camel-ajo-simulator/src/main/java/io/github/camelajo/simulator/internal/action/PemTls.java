package io.github.camelajo.simulator.internal.action;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * TLS of a custom action, in the form that tools without Java use.
 *
 * @param trusted      the only certificates to trust; {@code null} for those of the JVM
 * @param certificates the client certificate and those that vouch for it; {@code null} for none
 * @param key          the private key of the client certificate, in PKCS#8 without a password; {@code null} for none
 */
public record PemTls(String trusted, String certificates, String key) {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([\\sA-Za-z0-9+/=]+)-----END PRIVATE KEY-----");
    /** The password of a store that never leaves the memory. Some Java versions do not accept an empty one. */
    private static final char[] IN_MEMORY = "memory".toCharArray();

    public boolean isEmpty() {
        return trusted == null && certificates == null && key == null;
    }

    /** @throws IllegalArgumentException that says what is wrong, without showing the key */
    public SSLContext context() {
        if ((certificates == null) != (key == null)) {
            throw new IllegalArgumentException("A client certificate needs its key, and a key its certificate");
        }
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted == null ? null : trustStore());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(key == null ? null : keyStore(), IN_MEMORY);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("The certificates cannot be used: " + e.getMessage(), e);
        }
    }

    private KeyStore trustStore() throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        int number = 0;
        for (Certificate certificate : read("trusted", trusted)) {
            store.setCertificateEntry("trusted" + number++, certificate);
        }
        return store;
    }

    private KeyStore keyStore() throws GeneralSecurityException, IOException {
        Certificate[] chain = read("client", certificates).toArray(Certificate[]::new);
        KeyStore store = empty();
        store.setKeyEntry("client", privateKey(chain[0].getPublicKey().getAlgorithm()), IN_MEMORY, chain);
        return store;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Collection<? extends Certificate> read(String which, String pem) {
        Collection<? extends Certificate> found;
        try {
            found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("The " + which + " certificates are not in PEM form", e);
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("There is no certificate among the " + which + " certificates");
        }
        return found;
    }

    private PrivateKey privateKey(String algorithm) {
        Matcher block = KEY.matcher(key);
        if (!block.find()) {
            throw new IllegalArgumentException(
                    "The key must be in PEM form, PKCS#8 and without a password:" + " -----BEGIN PRIVATE KEY-----");
        }
        try {
            return KeyFactory.getInstance(algorithm)
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(block.group(1))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The key is not one of the client certificate, which is " + algorithm, e);
        }
    }

    /** Leaves out the key. */
    @Override
    public String toString() {
        return "PemTls";
    }
}

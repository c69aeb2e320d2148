package vn.lienthong.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** Certificates of systems that do not exist. */
public record MadeUpCertificates(KeyPair keys, X509Certificate certificate) {
    private static final AtomicLong SERIAL = new AtomicLong(1000);
    private static final char[] PASSWORD = "test".toCharArray();

    /** One that vouches for itself. */
    public static MadeUpCertificates selfSigned(String subject) {
        return made(subject, null, false, Duration.ofDays(1), 2048);
    }

    /** One that vouches for itself and is over. */
    public static MadeUpCertificates over(String subject) {
        return made(subject, null, false, Duration.ofMinutes(-1), 2048);
    }

    /** One whose key is too short for today. */
    public static MadeUpCertificates weak(String subject) {
        return made(subject, null, false, Duration.ofDays(1), 1024);
    }

    /** An authority. */
    public static MadeUpCertificates authority(String subject) {
        return made(subject, null, true, Duration.ofDays(1), 2048);
    }

    /** One that this authority issued. */
    public MadeUpCertificates issue(String subject) {
        return made(subject, this, false, Duration.ofDays(1), 2048);
    }

    /** Writes certificates into one PEM file. */
    public static Path pem(Path file, MadeUpCertificates... all) {
        StringBuilder text = new StringBuilder();
        Arrays.stream(all).forEach(each -> text.append(each.pem()));
        return write(file, text.toString());
    }

    /** Writes the key as PEM (PKCS#8). */
    public Path key(Path file) {
        return write(file, block("PRIVATE KEY", keys.getPrivate().getEncoded()));
    }

    /** The certificate as PEM. */
    public String pem() {
        return block("CERTIFICATE", der());
    }

    /** The certificate's bytes. */
    public byte[] der() {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Key and certificate under the alias {@code own}, with the password {@code test}. */
    public KeyStore store() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            Key key = keys.getPrivate();
            store.setKeyEntry("own", (PrivateKey) key, PASSWORD, new Certificate[] {certificate});
            return store;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MadeUpCertificates made(
            String subject, @Nullable MadeUpCertificates issuer, boolean authority, Duration life, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            KeyPair keys = generator.generateKeyPair();
            X500Principal name = new X500Principal(subject);
            Instant now = Instant.now();
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer == null ? name : issuer.certificate.getSubjectX500Principal(),
                    BigInteger.valueOf(SERIAL.incrementAndGet()),
                    Date.from(now.minus(Duration.ofHours(1))),
                    Date.from(now.plus(life)),
                    name,
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
            }));
            PrivateKey signs = issuer == null ? keys.getPrivate() : issuer.keys.getPrivate();
            return new MadeUpCertificates(
                    keys,
                    new JcaX509CertificateConverter()
                            .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(signs))));
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String block(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + kind
                + "-----\n";
    }

    private static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.write(file, text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

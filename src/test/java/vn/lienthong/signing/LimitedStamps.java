package vn.lienthong.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import vn.lienthong.simulator.SimulatorSettings;
import vn.lienthong.testing.WorkFolder;

/** Time-stamp authorities below the sample root whose certificates end when a test wants, each with a P-256 key of its own. */
public final class LimitedStamps {
    private static final char[] PASSWORD = "sandbox-sample".toCharArray();
    private static final String LIST = "http://127.0.0.1:9090/ocsp/issuing-ca.crl";

    private LimitedStamps() {}

    /** One whose certificate is valid until then. */
    public static SampleStamps until(Instant end) {
        try {
            Path folder = WorkFolder.fresh("limited-stamps/" + UUID.randomUUID());
            Path authority = Files.createDirectories(folder.resolve("authority"));
            try (Stream<Path> samples = Files.list(SigningWorld.CERTIFICATES)) {
                for (Path sample : samples.filter(Files::isRegularFile).toList()) {
                    Files.copy(sample, authority.resolve(sample.getFileName()));
                }
            }
            write(authority.resolve("tsa.p12"), end);
            return SampleStamps.start(
                    SimulatorSettings.in(folder.resolve("state")).certifiedBy(authority));
        } catch (IOException | GeneralSecurityException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void write(Path file, Instant end)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyStore issuer = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(SigningWorld.CERTIFICATES.resolve("issuing-ca.p12"))) {
            issuer.load(in, PASSWORD);
        }
        Certificate[] above = issuer.getCertificateChain("issuing-ca");
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
        pairs.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = pairs.generateKeyPair();
        X509Certificate own =
                certificate(pair, (X509Certificate) above[0], (PrivateKey) issuer.getKey("issuing-ca", PASSWORD), end);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("tsa", pair.getPrivate(), PASSWORD, new Certificate[] {own, above[0], above[1]});
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
    }

    private static X509Certificate certificate(KeyPair pair, X509Certificate issuer, PrivateKey key, Instant end)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        GeneralNames list = new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, LIST));
        JcaX509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(64, new SecureRandom()),
                Date.from(Instant.now().minus(Duration.ofDays(2))),
                Date.from(end),
                new javax.security.auth.x500.X500Principal("CN=MẪU - SAMPLE limited stamps " + end + ",C=VN"),
                pair.getPublic());
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        certificate.addExtension(
                Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        certificate.addExtension(
                Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(pair.getPublic()));
        certificate.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                identifiers.createAuthorityKeyIdentifier(issuer.getPublicKey()));
        certificate.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(new DistributionPointName(list), null, null)
        }));
        return new JcaX509CertificateConverter()
                .getCertificate(certificate.build(new JcaContentSignerBuilder("SHA256withRSA").build(key)));
    }
}

package vn.lienthong.signing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertPathBuilderException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What comes with a signature is a hint, and a forger's may be a labyrinth. */
class AnchoredChainTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static KeyPair keys;
    private static long serial;

    @BeforeAll
    static void make() throws Exception {
        KeyPairGenerator maker = KeyPairGenerator.getInstance("EC");
        maker.initialize(256);
        keys = maker.generateKeyPair();
    }

    @Test
    void leadsOverTheAuthoritiesThatWereSent() throws Exception {
        AnchoredChain chain = chain();
        List<X509CertificateHolder> sent = List.of(
                certificate("Leaf", "B", false),
                certificate("B", "A", true),
                certificate("A", "Root", true),
                certificate("Root", "Root", true));

        assertThat(chain.path(sent.getFirst(), sent, NOW).getCertificates()).hasSize(3);
    }

    @Test
    void looksThroughNoLabyrinth() throws Exception {
        List<X509CertificateHolder> same = new ArrayList<>();
        List<X509CertificateHolder> mutual = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            same.add(certificate("X", "X", true));
            mutual.add(certificate(i % 2 == 0 ? "X" : "Y", i % 2 == 0 ? "Y" : "X", true));
        }
        X509CertificateHolder leaf = certificate("Leaf", "X", false);

        for (List<X509CertificateHolder> labyrinth : List.of(same, mutual, mutual.subList(0, 8))) {
            assertThatThrownBy(() -> refusedInTime(leaf, labyrinth)).isInstanceOf(CertPathBuilderException.class);
        }
    }

    private static void refusedInTime(X509CertificateHolder leaf, List<X509CertificateHolder> labyrinth)
            throws Exception {
        try {
            new Deadline("labyrinth", 1, Duration.ofSeconds(20)).within(() -> {
                try {
                    return chain().path(leaf, labyrinth, NOW);
                } catch (CertPathBuilderException none) {
                    throw new IllegalArgumentException(none);
                }
            });
        } catch (IllegalArgumentException found) {
            throw (CertPathBuilderException) found.getCause();
        }
    }

    @Test
    void goesNoLongWay() throws Exception {
        List<X509CertificateHolder> sent = List.of(
                certificate("Leaf", "D", false),
                certificate("D", "C", true),
                certificate("C", "B", true),
                certificate("B", "A", true),
                certificate("A", "Root", true));

        assertThatThrownBy(() -> chain().path(sent.getFirst(), sent, NOW)).isInstanceOf(CertPathBuilderException.class);
    }

    private static AnchoredChain chain() throws Exception {
        return new AnchoredChain(
                List.of(new JcaX509CertificateConverter().getCertificate(certificate("Root", "Root", true))));
    }

    private static X509CertificateHolder certificate(String subject, String issuer, boolean authority)
            throws Exception {
        return new JcaX509v3CertificateBuilder(
                        new X500Name("CN=" + issuer),
                        BigInteger.valueOf(++serial),
                        Date.from(NOW.minus(Duration.ofDays(1))),
                        Date.from(NOW.plus(Duration.ofDays(1))),
                        new X500Name("CN=" + subject),
                        keys.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
    }
}

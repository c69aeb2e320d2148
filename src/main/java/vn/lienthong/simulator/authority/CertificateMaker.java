package vn.lienthong.simulator.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes a whole sample authority anew: every key, every certificate. */
final class CertificateMaker {
    private static final int YEARS = 15;
    private static final int RSA_BITS = 2048;

    private final Instant from;
    private final Instant until;
    private final CertificateUse use;
    private final SecureRandom random = new SecureRandom();
    private final Map<Holder, Keeping> made = new EnumMap<>(Holder.class);

    /** Certificates valid from {@code from}, telling that revocation is asked for at {@code address}. */
    CertificateMaker(Instant from, String address) {
        this.from = from;
        this.until = from.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant();
        this.use = new CertificateUse(address);
    }

    /** All holders, issuers before those they issue to. */
    Map<Holder, Keeping> make() {
        try {
            for (Holder holder : Holder.all()) {
                made.put(holder, make(holder));
            }
            return Map.copyOf(made);
        } catch (GeneralSecurityException | OperatorCreationException | IOException impossible) {
            throw new IllegalStateException("Certificates could not be made", impossible);
        }
    }

    private Keeping make(Holder holder) throws GeneralSecurityException, OperatorCreationException, IOException {
        KeyPair pair = pair(holder.algorithm());
        Keeping issuer = made.get(holder.issuer());
        X500Name issuerName = new X500Name(holder.issuer().subject());
        X509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                issuerName,
                serial(),
                Date.from(from),
                Date.from(until),
                new X500Name(holder.subject()),
                pair.getPublic());
        use.describe(
                certificate,
                holder,
                pair.getPublic(),
                issuer == null ? pair.getPublic() : issuer.certificate().getPublicKey());
        ContentSigner signer = new JcaContentSignerBuilder(
                        holder.issuer().algorithm().signature())
                .build(issuer == null ? pair.getPrivate() : issuer.key());
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(new JcaX509CertificateConverter().getCertificate(certificate.build(signer)));
        if (issuer != null) {
            chain.addAll(issuer.chain());
        }
        return new Keeping(pair.getPrivate(), List.copyOf(chain));
    }

    private static KeyPair pair(KeyAlgorithm algorithm) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.key());
        if (algorithm == KeyAlgorithm.RSA) {
            generator.initialize(RSA_BITS);
        } else {
            generator.initialize(new ECGenParameterSpec("secp256r1"));
        }
        return generator.generateKeyPair();
    }

    private BigInteger serial() {
        return new BigInteger(120, random).setBit(119);
    }
}

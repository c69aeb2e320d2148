package vn.lienthong.signing.internal;

import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;

/** A private key with its certificates, its own first. */
record SigningKey(PrivateKey key, List<X509Certificate> chain) {
    private static final int LEAST_RSA = 2048;
    private static final int LEAST_EC = 256;

    X509Certificate certificate() {
        return chain.getFirst();
    }

    CertificateToken token() {
        return new CertificateToken(certificate());
    }

    List<CertificateToken> tokens() {
        return chain.stream().map(CertificateToken::new).toList();
    }

    /** Whether the key is long enough to sign with. */
    boolean strong() {
        return switch (certificate().getPublicKey()) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= LEAST_RSA;
            case ECPublicKey ec -> ec.getParams().getOrder().bitLength() >= LEAST_EC;
            default -> false;
        };
    }

    SignatureValue sign(ToBeSigned data) {
        SignatureAlgorithm algorithm = certificate().getPublicKey() instanceof RSAPublicKey
                ? SignatureAlgorithm.RSA_SHA256
                : SignatureAlgorithm.ECDSA_SHA256;
        try {
            Signature signature = Signature.getInstance(algorithm.getJCEId());
            signature.initSign(key);
            signature.update(data.getBytes());
            return new SignatureValue(algorithm, signature.sign());
        } catch (GeneralSecurityException failure) {
            throw new Refusal(
                    Refusal.Kind.KEY,
                    "Khóa không ký được: " + failure.getMessage(),
                    "The key does not sign: " + failure.getMessage());
        }
    }
}

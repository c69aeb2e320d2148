package vn.lienthong.signing.internal;

import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Bilingual;

/**
 * A private key with its certificates, its own first.
 *
 * @param tokens the certificates as the signing library holds them: it remembers in them which vouches for which
 * @param provider who signs with it: a token's; none where the machine itself does
 */
record SigningKey(
        PrivateKey key,
        List<CertificateToken> tokens,
        @Nullable Provider provider) {
    static SigningKey of(PrivateKey key, List<X509Certificate> chain, @Nullable Provider provider) {
        return new SigningKey(key, chain.stream().map(CertificateToken::new).toList(), provider);
    }

    X509Certificate certificate() {
        return token().getCertificate();
    }

    CertificateToken token() {
        return tokens.getFirst();
    }

    List<X509Certificate> chain() {
        return tokens.stream().map(CertificateToken::getCertificate).toList();
    }

    boolean validAt(Instant when) {
        return !when.isBefore(certificate().getNotBefore().toInstant())
                && !when.isAfter(certificate().getNotAfter().toInstant());
    }

    /** What is too weak about it or about who vouches for it. */
    Optional<Bilingual> lacking() {
        return chain().stream()
                .flatMap(each -> Strength.lacking(each, false).stream())
                .findFirst();
    }

    SignatureValue sign(ToBeSigned data) {
        SignatureAlgorithm algorithm = certificate().getPublicKey() instanceof RSAPublicKey
                ? SignatureAlgorithm.RSA_SHA256
                : SignatureAlgorithm.ECDSA_SHA256;
        try {
            Signature signature = provider == null
                    ? Signature.getInstance(algorithm.getJCEId())
                    : Signature.getInstance(algorithm.getJCEId(), provider);
            signature.initSign(key);
            signature.update(data.getBytes());
            return new SignatureValue(algorithm, signature.sign());
        } catch (GeneralSecurityException | ProviderException failure) {
            throw new Refusal(
                    provider == null ? Refusal.Kind.KEY : Refusal.Kind.TOKEN_LOST,
                    "Khóa không ký được: " + failure.getMessage(),
                    "The key does not sign: " + failure.getMessage());
        }
    }
}

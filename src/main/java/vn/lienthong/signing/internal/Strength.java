package vn.lienthong.signing.internal;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.kernel.Bilingual;

/** Which keys and certificates are strong enough to stand on. */
public final class Strength {
    private static final int LEAST_RSA = 2048;
    /** P-256, P-384 and P-521, by the names and numbers that providers use. */
    private static final Set<String> CURVES =
            Set.of("secp256r1", "1.2.840.10045.3.1.7", "secp384r1", "1.3.132.0.34", "secp521r1", "1.3.132.0.35");

    private Strength() {}

    /** What is too weak about a certificate; who believes an anchor does not ask how it was signed. */
    public static Optional<Bilingual> lacking(X509Certificate certificate, boolean anchor) {
        Optional<Bilingual> key = lacking(certificate.getPublicKey());
        if (key.isPresent() || anchor || selfMade(certificate)) {
            return key;
        }
        String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        return algorithm.startsWith("SHA1") || algorithm.startsWith("MD")
                ? Optional.of(new Bilingual(
                        "chứng thư được ký bằng " + algorithm + ", cần SHA-256 trở lên",
                        "the certificate is signed with " + algorithm + ", SHA-256 is the least"))
                : Optional.empty();
    }

    private static boolean selfMade(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private static Optional<Bilingual> lacking(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa ->
                rsa.getModulus().bitLength() >= LEAST_RSA
                        ? Optional.empty()
                        : Optional.of(new Bilingual(
                                "khóa RSA " + rsa.getModulus().bitLength() + " bit, cần từ 2048 bit",
                                "an RSA key of " + rsa.getModulus().bitLength() + " bits, 2048 bits are the least"));
            case ECPublicKey ec ->
                CURVES.contains(curve(ec))
                        ? Optional.empty()
                        : Optional.of(new Bilingual(
                                "khóa trên đường cong " + curve(ec) + ", chỉ nhận P-256, P-384, P-521",
                                "a key on the curve " + curve(ec) + ", only P-256, P-384 and P-521 are taken"));
            default ->
                Optional.of(new Bilingual(
                        "khóa " + key.getAlgorithm() + ", chỉ nhận RSA và ECDSA",
                        "a key for " + key.getAlgorithm() + ", only RSA and ECDSA are taken"));
        };
    }

    private static String curve(ECPublicKey key) {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(key.getParams());
            return parameters.getParameterSpec(ECGenParameterSpec.class).getName();
        } catch (GeneralSecurityException unknown) {
            return key.getParams().getOrder().bitLength() + " bit";
        }
    }
}

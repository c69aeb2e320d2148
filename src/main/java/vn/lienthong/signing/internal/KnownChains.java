package vn.lienthong.signing.internal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Sha256;

/** Chains to believed certificates; one that was found is remembered, its validity is looked at for each time anew. */
final class KnownChains {
    private static final int MOST = 1000;

    private final AnchoredChain anchored;
    private final Map<String, List<X509Certificate>> found = new ConcurrentHashMap<>();

    KnownChains(AnchoredChain anchored) {
        this.anchored = anchored;
    }

    /**
     * When the first certificate of the chain ends; null, and the finding {@code <whose>-NOT-TRUSTED}, where the certificate
     * leads to nobody we believe or was not valid then.
     */
    @Nullable
    Instant check(
            X509CertificateHolder own,
            List<X509CertificateHolder> sent,
            Instant when,
            String whose,
            SealFindings findings) {
        try {
            String key = Base64.getEncoder().encodeToString(Sha256.of(own.getEncoded()));
            List<X509Certificate> chain = found.get(key);
            if (chain == null) {
                chain = anchored.path(own, sent, when).getCertificates().stream()
                        .map(X509Certificate.class::cast)
                        .toList();
                if (found.size() < MOST) {
                    found.put(key, chain);
                }
            }
            for (X509Certificate each : chain) {
                each.checkValidity(Date.from(when));
            }
            return chain.stream()
                    .map(each -> each.getNotAfter().toInstant())
                    .min(Instant::compareTo)
                    .orElse(own.getNotAfter().toInstant());
        } catch (GeneralSecurityException | IOException none) {
            findings.add(
                    whose + "-NOT-TRUSTED",
                    "Chứng thư “" + own.getSubject()
                            + "” không dẫn tới chứng thư gốc được tin hoặc không có hiệu lực lúc " + when + ": "
                            + none.getMessage(),
                    "The certificate '" + own.getSubject() + "' leads to no believed root or was not valid at " + when
                            + ": " + none.getMessage());
            return null;
        }
    }
}

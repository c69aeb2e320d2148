package vn.lienthong.evidence.verify;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.lienthong.kernel.Sha256;
import vn.lienthong.signing.Finding;
import vn.lienthong.signing.OfflineVerdict;
import vn.lienthong.signing.OfflineVerifier;
import vn.lienthong.signing.StampVerdict;

/** Judges signatures, the same one only once: many containers share a checkpoint. */
public final class Seals {
    private static final int MOST = 5000;

    private final OfflineVerifier verifier;
    private final Map<String, OfflineVerdict> known = new LinkedHashMap<>();
    private final Map<String, StampVerdict> stamps = new LinkedHashMap<>();

    /** Believes what these files hold. */
    public static Seals trusting(List<String> places) throws IOException, GeneralSecurityException {
        return new Seals(OfflineVerifier.trusting(places));
    }

    /** Judges with this verifier. */
    public Seals(OfflineVerifier verifier) {
        this.verifier = verifier;
    }

    OfflineVerdict judge(byte[] signature, byte[] content) {
        return verifier.verify(signature, content);
    }

    OfflineVerdict judgeOnce(byte[] signature, byte[] content) {
        return once(known, signature, content, () -> verifier.verify(signature, content));
    }

    StampVerdict stampOnce(byte[] stamp, byte[] content) {
        return once(stamps, stamp, content, () -> verifier.verifyStamp(stamp, content));
    }

    private static <T> T once(Map<String, T> known, byte[] proof, byte[] content, Supplier<T> judge) {
        Base64.Encoder text = Base64.getEncoder();
        String key = text.encodeToString(Sha256.of(proof)) + text.encodeToString(Sha256.of(content));
        T verdict = known.get(key);
        if (verdict == null) {
            verdict = judge.get();
            if (known.size() < MOST) {
                known.put(key, verdict);
            }
        }
        return verdict;
    }

    /** Adds findings under the name of what was signed. */
    void tell(Report report, String whose, List<Finding> findings) {
        findings.forEach(
                finding -> report.add(new Finding(finding.severity(), whose + finding.code(), finding.text())));
    }

    /** Adds a verdict's findings under the name of what was signed. */
    void tell(Report report, String whose, OfflineVerdict verdict) {
        tell(report, whose, verdict.findings());
        if (verdict.sample()) {
            report.add(Words.warning("SAMPLE"));
        }
    }
}

package vn.lienthong.signing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a signature tells without asking anybody. Revocation is not known offline; the time-stamp tells when the certificate
 * must have been good.
 *
 * @param signer whose it is, by the certificate; none where no certificate was found
 * @param claimedAt when the signer says to have signed
 * @param stampedAt the time a believed time-stamp proves; none where there is no such stamp
 * @param stampEnds when the first certificate ends that this stamp stands on; after that it needs another over it
 * @param sample whether the sample authority issued the certificate, whose keys everybody has
 * @param findings all that was found
 */
public record OfflineVerdict(
        @Nullable String signer,
        @Nullable Instant claimedAt,
        @Nullable Instant stampedAt,
        @Nullable Instant stampEnds,
        boolean sample,
        List<Finding> findings) {
    /** Whether nothing speaks against it. */
    public boolean passed() {
        return findings.stream().noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }
}

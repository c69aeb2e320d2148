package vn.lienthong.signing;

import java.time.Instant;

/**
 * A certificate of a chain.
 *
 * @param trusted whether it stands in the trust list
 */
public record CertificateFact(
        String subject, String issuer, String serialNumber, Instant validFrom, Instant validUntil, boolean trusted) {}

package vn.lienthong.kernel;

import java.security.cert.X509Certificate;

/**
 * A certificate that something stands on.
 *
 * @param place where it comes from: the setting, or the partner that showed it
 * @param stops what stands still once it has ended
 * @param remedy what a person does before that
 */
public record UsedCertificate(String place, Bilingual stops, Bilingual remedy, X509Certificate certificate) {}

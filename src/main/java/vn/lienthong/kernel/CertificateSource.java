package vn.lienthong.kernel;

import java.util.List;

/**
 * The certificates a room stands on, each watched until it ends. Asked a few times an hour; what cannot be read is left out,
 * for whoever uses it tells of that.
 */
@FunctionalInterface
public interface CertificateSource {
    /** Those in use now. */
    List<UsedCertificate> certificates();
}

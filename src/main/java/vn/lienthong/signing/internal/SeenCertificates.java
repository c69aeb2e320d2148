package vn.lienthong.signing.internal;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Certificates that no setting names, as the other side showed them last. */
public final class SeenCertificates {
    private final AtomicReference<@Nullable X509Certificate> authority = new AtomicReference<>();

    /** With which the last time-stamp was signed. */
    public Optional<X509Certificate> timeStampAuthority() {
        return Optional.ofNullable(authority.get());
    }

    void stampedWith(X509Certificate certificate) {
        authority.set(certificate);
    }
}

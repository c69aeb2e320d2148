package vn.lienthong.signing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import vn.lienthong.signing.internal.SealReader;
import vn.lienthong.signing.internal.TrustList;

/**
 * Judges detached CAdES signatures of levels B and T without network and without the large libraries: the bytes, the
 * certificate that the signature binds itself to, its chain to a believed certificate, the time-stamp. Fast enough for
 * thousands in a row; safe to share between threads.
 */
public final class OfflineVerifier {
    private final SealReader reader;

    private OfflineVerifier(List<X509Certificate> anchors) {
        this.reader = new SealReader(anchors);
    }

    /** Believes the certificates in these files (PEM or DER; {@code classpath:} names one inside the program). */
    public static OfflineVerifier trusting(List<String> places) throws IOException, GeneralSecurityException {
        return new OfflineVerifier(TrustList.read(places));
    }

    /** Judges one signature over these bytes. */
    public OfflineVerdict verify(byte[] signature, byte[] content) {
        return reader.read(signature, content);
    }
}

package vn.lienthong.signing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;
import vn.lienthong.signing.internal.SealReader;
import vn.lienthong.signing.internal.TrustList;

/**
 * Judges detached CAdES signatures of levels B and T without network and without the large libraries: the bytes, the
 * certificate that the signature binds itself to, its chain to a believed certificate, the time-stamp. Fast enough for
 * thousands in a row; safe to share between threads.
 */
public final class OfflineVerifier {
    private final SingletonSupplier<SealReader> reader;

    private OfflineVerifier(Supplier<SealReader> reader) {
        this.reader = SingletonSupplier.of(reader);
    }

    /** Believes these certificates, which are read at the first verdict. */
    static OfflineVerifier of(Supplier<List<X509Certificate>> anchors) {
        return new OfflineVerifier(() -> new SealReader(anchors.get()));
    }

    /** Believes the certificates in these files (PEM or DER; {@code classpath:} names one inside the program). */
    public static OfflineVerifier trusting(List<String> places) throws IOException, GeneralSecurityException {
        List<X509Certificate> anchors = TrustList.read(places);
        return of(() -> anchors);
    }

    /** Judges one signature over these bytes. */
    public OfflineVerdict verify(byte[] signature, byte[] content) {
        return reader.obtain().read(signature, content);
    }

    /** Judges a time-stamp (RFC 3161) that stands beside these bytes. */
    public StampVerdict verifyStamp(byte[] token, byte[] content) {
        return reader.obtain().readStamp(token, content);
    }
}

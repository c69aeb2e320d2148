package vn.lienthong.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Authorities that vouch for a store, from a PEM file: those and no others. */
final class TrustedRoots {
    private TrustedRoots() {}

    static TrustManager[] read(Path file) throws DepotTrouble {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore roots = KeyStore.getInstance(KeyStore.getDefaultType());
            roots.load(null, null);
            int count = 0;
            for (Certificate root : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                roots.setCertificateEntry("root-" + count++, root);
            }
            if (count == 0) {
                throw new DepotTrouble(Fault.CERTIFICATES, null);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(roots);
            return factory.getTrustManagers();
        } catch (DepotTrouble none) {
            throw none;
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new DepotTrouble(Fault.CERTIFICATES, unreadable);
        }
    }
}

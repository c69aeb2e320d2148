package vn.lienthong.access.internal.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import vn.lienthong.kernel.StartRefused;

/** Certificates of a PEM file. */
final class PemFile {
    private PemFile() {}

    /** At least one; refuses the start where there is none. */
    static List<X509Certificate> certificates(String whose, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        } catch (IOException | CertificateException unreadable) {
            throw refused(whose, file);
        }
        throw refused(whose, file);
    }

    private static StartRefused refused(String whose, Path file) {
        return new StartRefused(
                whose + ": không đọc được chứng thư trong tệp " + file,
                whose + ": cannot read a certificate in the file " + file);
    }
}

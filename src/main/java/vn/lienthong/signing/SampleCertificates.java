package vn.lienthong.signing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.signing.internal.KeyFile;
import vn.lienthong.signing.internal.SampleMark;
import vn.lienthong.signing.internal.TrustList;

/** Finds certificates of the sample authority, whose keys everybody has, and what cannot be read at all. */
final class SampleCertificates {
    private final SigningProperties settings;

    SampleCertificates(SigningProperties settings) {
        this.settings = settings;
    }

    List<Bilingual> findings() {
        List<Bilingual> findings = new ArrayList<>();
        settings.keys()
                .forEach((id, key) -> check(findings, "lienthong.signing.keys." + id, () -> KeyFile.certificates(key)));
        check(findings, "lienthong.signing.trust", () -> TrustList.read(settings.trust()));
        return findings;
    }

    @FunctionalInterface
    private interface Source {
        List<X509Certificate> read() throws IOException, GeneralSecurityException;
    }

    private static void check(List<Bilingual> findings, String setting, Source source) {
        try {
            if (source.read().stream().anyMatch(SampleMark::on)) {
                findings.add(new Bilingual(
                        setting + ": chứng thư mẫu, ai cũng có khóa",
                        setting + ": a sample certificate, whose key everybody has"));
            }
        } catch (IOException | GeneralSecurityException unreadable) {
            findings.add(new Bilingual(
                    setting + ": không đọc được: " + unreadable.getMessage(),
                    setting + ": cannot be read: " + unreadable.getMessage()));
        }
    }
}

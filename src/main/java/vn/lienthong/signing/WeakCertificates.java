package vn.lienthong.signing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.signing.internal.KeyFile;
import vn.lienthong.signing.internal.Strength;
import vn.lienthong.signing.internal.TrustList;

/** Finds keys and certificates that are too weak to go into production with. */
final class WeakCertificates {
    private final SigningProperties settings;

    WeakCertificates(SigningProperties settings) {
        this.settings = settings;
    }

    List<Bilingual> findings() {
        List<Bilingual> findings = new ArrayList<>();
        settings.keys().forEach((id, key) -> {
            try {
                look("lienthong.signing.keys." + id, KeyFile.certificates(key), false, findings);
            } catch (IOException | GeneralSecurityException unreadable) {
                // told with the sample certificates
            }
        });
        try {
            look("lienthong.signing.trust", TrustList.read(settings.trust()), true, findings);
        } catch (IOException | GeneralSecurityException unreadable) {
            // told with the sample certificates
        }
        return findings;
    }

    private static void look(
            String setting, List<X509Certificate> certificates, boolean anchors, List<Bilingual> findings) {
        for (X509Certificate each : certificates) {
            String name = each.getSubjectX500Principal().getName();
            Strength.lacking(each, anchors)
                    .ifPresent(weak -> findings.add(new Bilingual(
                            setting + ": " + weak.vi() + " (" + name + ")",
                            setting + ": " + weak.en() + " (" + name + ")")));
        }
    }
}

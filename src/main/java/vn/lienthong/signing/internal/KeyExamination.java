package vn.lienthong.signing.internal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.DaysLeft;
import vn.lienthong.kernel.Diagnosis;
import vn.lienthong.signing.SigningProperties;

/** Looks at keys and trusted certificates as they lie in their files; signs nothing. */
public final class KeyExamination {
    private KeyExamination() {}

    /** The key of this id and its whole chain. */
    public static List<Diagnosis> key(String id, SigningProperties.Key settings, boolean production, Instant now) {
        String name = "lienthong.signing.keys." + id;
        SigningKey key;
        try {
            key = KeyFile.open(settings);
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            return List.of(unreadable(name, settings.file() + ": " + unreadable.getMessage()));
        }
        List<Diagnosis> found = new ArrayList<>();
        key.chain().forEach(each -> look(name, each, production, now, found));
        if (!key.strong()) {
            found.add(Diagnosis.error(
                    "KEY-WEAK",
                    new Bilingual(name + ": khóa quá ngắn.", name + ": the key is too short."),
                    new Bilingual(
                            "Cần RSA từ 2048 bit hoặc ECDSA từ P-256.",
                            "RSA of 2048 bits or ECDSA on P-256 is" + " the least.")));
        }
        X509Certificate own = key.certificate();
        String kind = own.getPublicKey().getAlgorithm() + ", " + own.getSigAlgName();
        long days = DaysLeft.count(own.getNotAfter().toInstant(), now);
        found.add(Diagnosis.well(
                "KEY-READ",
                name + ": " + kind + ", còn " + days + " ngày.",
                name + ": " + kind + ", " + days + " days left."));
        return found;
    }

    /** Everything that is believed by itself. */
    public static List<Diagnosis> trust(List<String> places, boolean production, Instant now) {
        String name = "lienthong.signing.trust";
        List<X509Certificate> anchors;
        try {
            anchors = TrustList.read(places);
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            return List.of(unreadable(name, String.valueOf(unreadable.getMessage())));
        }
        List<Diagnosis> found = new ArrayList<>();
        if (anchors.isEmpty()) {
            found.add(Diagnosis.warning(
                    "TRUST-EMPTY",
                    new Bilingual(
                            name + ": trống, không chữ ký nào được tin.",
                            name + ": empty, no signature is" + " believed."),
                    new Bilingual(
                            "Đặt các chứng thư gốc quốc gia vào đây.", "Put the national root certificates in.")));
        }
        anchors.forEach(each -> look(name, each, production, now, found));
        found.add(Diagnosis.well(
                "TRUST-READ",
                name + ": " + anchors.size() + " chứng thư.",
                name + ": " + anchors.size() + " certificates."));
        return found;
    }

    private static void look(
            String name, X509Certificate each, boolean production, Instant now, List<Diagnosis> found) {
        String subject = each.getSubjectX500Principal().getName();
        DaysLeft.judge(
                        "KEY",
                        new Bilingual(name + ": chứng thư " + subject, name + ": the certificate " + subject),
                        each.getNotBefore().toInstant(),
                        each.getNotAfter().toInstant(),
                        now)
                .ifPresent(found::add);
        String algorithm = each.getSigAlgName().toUpperCase(Locale.ROOT);
        boolean selfMade = each.getSubjectX500Principal().equals(each.getIssuerX500Principal());
        if (!selfMade && (algorithm.startsWith("SHA1") || algorithm.startsWith("MD"))) {
            found.add(Diagnosis.error(
                    "KEY-OLD-ALGORITHM",
                    new Bilingual(
                            name + ": chứng thư " + subject + " ký bằng " + algorithm + ".",
                            name + ": the certificate " + subject + " is signed with " + algorithm + "."),
                    new Bilingual("Xin cấp lại với SHA-256 trở lên.", "Have it issued with SHA-256 or better.")));
        }
        if (production && SampleMark.on(each)) {
            found.add(Diagnosis.error(
                    "KEY-SAMPLE",
                    new Bilingual(
                            name + ": chứng thư mẫu, ai cũng có khóa.",
                            name + ": a sample certificate, whose key everybody has."),
                    new Bilingual("Thay bằng chứng thư thật.", "Replace it with a real one.")));
        }
    }

    private static Diagnosis unreadable(String name, String why) {
        return Diagnosis.error(
                "KEY-UNREADABLE",
                new Bilingual(name + " không đọc được: " + why, name + " cannot be read: " + why),
                new Bilingual(
                        "Kiểm tra đường dẫn, mật khẩu và quyền tệp.",
                        "Check the path, the password and the" + " file's rights."));
    }
}

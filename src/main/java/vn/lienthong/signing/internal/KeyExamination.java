package vn.lienthong.signing.internal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        List<SigningKey> keys;
        try {
            keys = KeyFile.all(settings);
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            return List.of(unreadable(name, settings.place() + ": " + unreadable.getMessage()));
        }
        List<Diagnosis> found = new ArrayList<>();
        SigningKey key = KeyFile.choose(keys, now);
        key.chain().forEach(each -> look(name, each, false, production, now, found));
        keys.stream()
                .filter(each -> !each.equals(key))
                .forEach(each -> found.add(Diagnosis.well(
                        "KEY-BESIDE",
                        name + ": kèm một khóa khác, " + time(each.certificate()) + ".",
                        name + ": another key lies beside it, " + time(each.certificate()) + ".")));
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
        anchors.forEach(each -> look(name, each, true, production, now, found));
        found.add(Diagnosis.well(
                "TRUST-READ",
                name + ": " + anchors.size() + " chứng thư.",
                name + ": " + anchors.size() + " certificates."));
        return found;
    }

    private static String time(X509Certificate certificate) {
        return certificate.getNotBefore().toInstant() + " – "
                + certificate.getNotAfter().toInstant();
    }

    private static void look(
            String name, X509Certificate each, boolean anchor, boolean production, Instant now, List<Diagnosis> found) {
        String subject = each.getSubjectX500Principal().getName();
        DaysLeft.judge(
                        "KEY",
                        new Bilingual(name + ": chứng thư " + subject, name + ": the certificate " + subject),
                        each.getNotBefore().toInstant(),
                        each.getNotAfter().toInstant(),
                        now)
                .ifPresent(found::add);
        Strength.lacking(each, anchor)
                .ifPresent(weak -> found.add(Diagnosis.error(
                        "KEY-WEAK",
                        new Bilingual(
                                name + ": " + subject + ": " + weak.vi() + ".",
                                name + ": " + subject + ": " + weak.en() + "."),
                        new Bilingual(
                                "Xin cấp lại: RSA từ 2048 bit hoặc ECDSA P-256/384/521, ký bằng SHA-256 trở lên.",
                                "Have it issued anew: RSA of 2048 bits or ECDSA on P-256/384/521, signed with SHA-256 or"
                                        + " better."))));
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

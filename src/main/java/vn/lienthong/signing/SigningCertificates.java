package vn.lienthong.signing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.CertificateSource;
import vn.lienthong.kernel.UsedCertificate;
import vn.lienthong.signing.internal.KeyFile;
import vn.lienthong.signing.internal.SeenCertificates;
import vn.lienthong.signing.internal.TrustList;

/** The certificates of keys and of those we believe, and of the time-stamp authority as its last answer showed it. */
final class SigningCertificates implements CertificateSource {
    private static final String KEYS = "lienthong.signing.keys.";
    private static final String TRUST = "lienthong.signing.trust";
    private static final String STAMPS = "lienthong.signing.time-stamps";

    private final SigningProperties settings;
    private final SeenCertificates seen;
    private final List<KeyUse.Source> uses;

    SigningCertificates(SigningProperties settings, SeenCertificates seen, List<KeyUse.Source> uses) {
        this.settings = settings;
        this.seen = seen;
        this.uses = uses;
    }

    @Override
    public List<UsedCertificate> certificates() {
        List<UsedCertificate> all = new ArrayList<>();
        settings.keys().forEach((id, key) -> {
            for (X509Certificate each : read(() -> KeyFile.lastingChain(key))) {
                all.add(new UsedCertificate(KEYS + id, stops(id), replace(key), each));
            }
        });
        for (X509Certificate each : read(() -> TrustList.read(settings.trust()))) {
            all.add(new UsedCertificate(
                    TRUST,
                    new Bilingual(
                            "chữ ký và dấu thời gian đi lên tới gốc này không còn được tin",
                            "signatures and time-stamps that lead to this root are no longer believed"),
                    new Bilingual(
                            "thêm gốc kế tiếp vào " + TRUST + " rồi khởi động lại; giữ gốc cũ để kiểm chữ ký cũ",
                            "add the next root to " + TRUST + " and restart; keep the old one for old signatures"),
                    each));
        }
        seen.timeStampAuthority()
                .ifPresent(each -> all.add(new UsedCertificate(
                        STAMPS,
                        new Bilingual(
                                "không còn dấu thời gian tin được: kết quả chờ tới lienthong.document.seal-wait rồi đóng dấu"
                                        + " không có thời gian, bằng chứng được ký và bổ sung sau",
                                "no time-stamp is believed: results wait for lienthong.document.seal-wait and are then sealed"
                                        + " without time, evidence is signed and stamped later"),
                        new Bilingual(
                                "hỏi nhà cung cấp dấu thời gian khi nào thay chứng thư; nếu gốc cũng đổi, thêm vào "
                                        + TRUST,
                                "ask the time-stamp authority when it changes its certificate; add a new root to "
                                        + TRUST),
                        each)));
        return all;
    }

    private Bilingual stops(String id) {
        List<Bilingual> told = uses.stream()
                .flatMap(source -> source.keyUses().stream())
                .filter(use -> use.key().equals(id))
                .map(KeyUse::stops)
                .toList();
        return told.isEmpty()
                ? new Bilingual("mọi việc ký bằng khóa này dừng", "all signing with this key stops")
                : new Bilingual(
                        told.stream().map(Bilingual::vi).collect(Collectors.joining("; ")),
                        told.stream().map(Bilingual::en).collect(Collectors.joining("; ")));
    }

    private static Bilingual replace(SigningProperties.Key key) {
        return new Bilingual(
                "xin cấp chứng thư mới, đặt khóa mới vào " + key.place() + " (giữ cả khóa cũ), không cần khởi động lại",
                "have it renewed and put the new key into " + key.place()
                        + " beside the old one, no restart is needed");
    }

    @FunctionalInterface
    private interface Reading {
        List<X509Certificate> read() throws IOException, GeneralSecurityException;
    }

    private static List<X509Certificate> read(Reading reading) {
        try {
            return reading.read();
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            return List.of(); // whoever signs or believes with it tells why
        }
    }
}

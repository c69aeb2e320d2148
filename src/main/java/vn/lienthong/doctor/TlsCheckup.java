package vn.lienthong.doctor;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.CertificateSource;
import vn.lienthong.kernel.Checkup;
import vn.lienthong.kernel.DaysLeft;
import vn.lienthong.kernel.Diagnosis;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.UsedCertificate;

/** The certificates of the gateway's own encrypted lines, each with its days. */
final class TlsCheckup implements Checkup {
    private final CertificateSource source;
    private final GatewayClock clock;

    TlsCheckup(CertificateSource source, GatewayClock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "tls";
    }

    @Override
    public Bilingual title() {
        return new Bilingual("chứng thư TLS của trục", "the gateway's own TLS certificates");
    }

    @Override
    public Duration longest() {
        return Duration.ofSeconds(5);
    }

    @Override
    public List<Diagnosis> examine() {
        List<Diagnosis> found = new ArrayList<>();
        for (UsedCertificate used : source.certificates()) {
            X509Certificate each = used.certificate();
            String which = used.place() + ": " + each.getSubjectX500Principal().getName();
            long days = DaysLeft.count(each.getNotAfter().toInstant(), clock.now());
            found.add(DaysLeft.judge(
                            "TLS",
                            new Bilingual(which, which),
                            each.getNotBefore().toInstant(),
                            each.getNotAfter().toInstant(),
                            clock.now())
                    .orElseGet(() -> Diagnosis.well(
                            "TLS-CERTIFICATE",
                            which + ", còn " + days + " ngày.",
                            which + ", " + days + " days left.")));
        }
        if (found.isEmpty()) {
            found.add(Diagnosis.well(
                    "TLS-NOT-HERE",
                    "Trục này không tự mã hóa kết nối nào (không có server.ssl, spring.ssl.bundle).",
                    "This gateway encrypts no line by itself (no server.ssl, no spring.ssl.bundle)."));
        }
        return found;
    }
}

package vn.lienthong.partner;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.CertificateSource;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.UsedCertificate;

/** What encrypted partners show; looked at a few times a day. */
@Component
class PartnerCertificates implements CertificateSource {
    private static final Duration FRESH = Duration.ofHours(6);

    private final Partners partners;
    private final GatewayClock clock;
    private final SSLSocketFactory factory;
    private List<UsedCertificate> seen = List.of();
    private long againNanos;

    @Autowired
    PartnerCertificates(Partners partners, GatewayClock clock) {
        this(partners, clock, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    PartnerCertificates(Partners partners, GatewayClock clock, SSLSocketFactory factory) {
        this.factory = factory;
        this.partners = partners;
        this.clock = clock;
        this.againNanos = clock.monotonicNanos();
    }

    @Override
    public synchronized List<UsedCertificate> certificates() {
        if (clock.monotonicNanos() - againNanos >= 0) {
            againNanos = clock.monotonicNanos() + FRESH.toNanos();
            List<UsedCertificate> found = new ArrayList<>();
            partners.all().forEach((id, partner) -> look(id, partner, found));
            seen = List.copyOf(found);
        }
        return seen;
    }

    private void look(String id, Partner partner, List<UsedCertificate> found) {
        URI url = partner.url();
        if (!"https".equals(url.getScheme())) {
            return;
        }
        int port = url.getPort() > 0 ? url.getPort() : 443;
        try (Socket socket = new Socket()) {
            int longest = Math.toIntExact(partner.connectTimeout().toMillis());
            socket.connect(new InetSocketAddress(url.getHost(), port), longest);
            socket.setSoTimeout(longest);
            for (X509Certificate each :
                    TlsGreeting.over(socket, url.getHost(), port, factory).chain()) {
                found.add(used(id, each));
            }
        } catch (IOException away) {
            // its deliveries tell of it
        }
    }

    private static UsedCertificate used(String id, X509Certificate certificate) {
        return new UsedCertificate(
                "partner " + id,
                new Bilingual(
                        "không gửi được gì tới đối tác " + id + "; việc gửi chờ, không mất",
                        "nothing can be sent to the partner " + id + "; deliveries wait, none is lost"),
                new Bilingual("báo đối tác thay chứng thư TLS", "tell the partner to renew its TLS certificate"),
                certificate);
    }
}

package vn.lienthong.partner;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Checkup;
import vn.lienthong.kernel.DaysLeft;
import vn.lienthong.kernel.Diagnosis;
import vn.lienthong.kernel.GatewayClock;

/**
 * The way to a partner: its name, a connection, its certificate. Nobody signs in: a second sign-in of an account would end
 * the session that a running gateway uses.
 */
final class PartnerCheckup implements Checkup {
    private static final Duration MARGIN = Duration.ofSeconds(3);

    private final String id;
    private final Partner partner;
    private final GatewayClock clock;

    PartnerCheckup(String id, Partner partner, GatewayClock clock) {
        this.id = id;
        this.partner = partner;
        this.clock = clock;
    }

    /** One for each enabled partner. */
    static List<Checkup> all(Map<String, Partner> partners, GatewayClock clock) {
        List<Checkup> all = new ArrayList<>();
        partners.forEach((id, partner) -> all.add(new PartnerCheckup(id, partner, clock)));
        return all;
    }

    @Override
    public String id() {
        return "partner:" + id;
    }

    @Override
    public Bilingual title() {
        return new Bilingual("đối tác " + id, "partner " + id);
    }

    @Override
    public Duration longest() {
        return partner.connectTimeout().multipliedBy(2).plus(MARGIN);
    }

    @Override
    public List<Diagnosis> examine() throws IOException {
        List<Diagnosis> found = new ArrayList<>();
        if (partner.account() != null && Secrets.password(partner.account()).isEmpty()) {
            found.add(Diagnosis.error(
                    "PARTNER-PASSWORD",
                    new Bilingual("Không đọc được mật khẩu của tài khoản.", "The account's password cannot be read."),
                    new Bilingual(
                            "Kiểm tra password-file hoặc password-env của lienthong.partners." + id + ".account.",
                            "Check password-file or password-env of lienthong.partners." + id + ".account.")));
        }
        if (partner.inMaintenance(clock.now())) {
            found.add(Diagnosis.well(
                    "PARTNER-MAINTENANCE",
                    "Đang trong giờ bảo trì đã báo.",
                    "In its announced" + " maintenance window."));
        }
        URI url = partner.url();
        boolean encrypted = "https".equals(url.getScheme());
        int port = url.getPort() > 0 ? url.getPort() : encrypted ? 443 : 80;
        long begun = clock.monotonicNanos();
        try (Socket socket = new Socket()) {
            InetAddress address = InetAddress.getByName(url.getHost());
            int longest = Math.toIntExact(partner.connectTimeout().toMillis());
            socket.connect(new InetSocketAddress(address, port), longest);
            long connected = Duration.ofNanos(clock.monotonicNanos() - begun).toMillis();
            String where = url.getHost() + ":" + port + " (" + address.getHostAddress() + ")";
            found.add(Diagnosis.well(
                    "PARTNER-REACHED",
                    "Kết nối được " + where + " trong " + connected + " ms.",
                    "Connected to " + where + " in " + connected + " ms."));
            if (encrypted) {
                socket.setSoTimeout(longest);
                shakeHands(socket, url.getHost(), port, found);
            }
        } catch (UnknownHostException unknown) {
            found.add(Diagnosis.error(
                    "PARTNER-NAME",
                    new Bilingual(
                            "Không phân giải được tên " + url.getHost() + ".",
                            "The name " + url.getHost() + " cannot be resolved."),
                    new Bilingual("Kiểm tra địa chỉ và máy chủ DNS.", "Check the address and the DNS server.")));
        } catch (SocketTimeoutException slow) {
            found.add(PartnerTrouble.slow(url, port));
        } catch (SSLException untrusted) {
            found.add(PartnerTrouble.encryption(url, untrusted));
        } catch (IOException refused) {
            found.add(PartnerTrouble.unreached(url, port, refused));
        }
        return found;
    }

    private void shakeHands(Socket plain, String host, int port, List<Diagnosis> found) throws IOException {
        TlsGreeting.Greeted greeted = TlsGreeting.over(plain, host, port);
        X509Certificate own = greeted.chain().getFirst();
        DaysLeft.judge(
                        "PARTNER",
                        new Bilingual("Chứng thư TLS của đối tác", "The partner's TLS certificate"),
                        own.getNotBefore().toInstant(),
                        own.getNotAfter().toInstant(),
                        clock.now())
                .ifPresent(found::add);
        found.add(Diagnosis.well(
                "PARTNER-TLS", "Mã hóa " + greeted.protocol() + " tốt.", greeted.protocol() + " is well."));
    }

    /** Whether an expired certificate is what broke the handshake. */
    static boolean expired(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof CertificateExpiredException) {
                return true;
            }
        }
        return false;
    }
}

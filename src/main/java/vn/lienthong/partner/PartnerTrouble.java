package vn.lienthong.partner;

import java.io.IOException;
import java.net.URI;
import javax.net.ssl.SSLException;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Diagnosis;

/** What can be wrong with the way to a partner, with cause and remedy. */
final class PartnerTrouble {
    private PartnerTrouble() {}

    static Diagnosis slow(URI url, int port) {
        return Diagnosis.error(
                "PARTNER-SLOW",
                new Bilingual(
                        url.getHost() + ":" + port + " không trả lời kịp khi kết nối.",
                        url.getHost() + ":" + port + " does not answer a connection in time."),
                new Bilingual(
                        "Thường là tường lửa nuốt gói tin: kiểm tra đường ra và danh sách IP được phép ở phía họ.",
                        "Usually a firewall that drops packets: check the way out and their list of allowed"
                                + " addresses."));
    }

    static Diagnosis unreached(URI url, int port, IOException why) {
        return Diagnosis.error(
                "PARTNER-DOWN",
                new Bilingual(
                        "Không kết nối được " + url.getHost() + ":" + port + ": " + why.getMessage(),
                        url.getHost() + ":" + port + " cannot be reached: " + why.getMessage()),
                new Bilingual(
                        "Kiểm tra địa chỉ và cổng; nếu đúng, báo đối tác. Việc gửi tự chờ và tự gửi lại.",
                        "Check address and port; if right, tell the partner. Deliveries wait and go on by themselves."));
    }

    static Diagnosis encryption(URI url, SSLException why) {
        if (PartnerCheckup.expired(why)) {
            return Diagnosis.error(
                    "PARTNER-CERTIFICATE-EXPIRED",
                    new Bilingual(
                            "Chứng thư TLS của " + url.getHost() + " đã hết hạn.",
                            "The TLS certificate of " + url.getHost() + " has expired."),
                    new Bilingual("Báo đối tác thay chứng thư.", "Tell the partner to renew it."));
        }
        return Diagnosis.error(
                "PARTNER-TLS-UNTRUSTED",
                new Bilingual(
                        "Không bắt tay TLS được với " + url.getHost() + ": " + why.getMessage(),
                        "No TLS with " + url.getHost() + ": " + why.getMessage()),
                new Bilingual(
                        "Nếu đối tác dùng chứng thư riêng, thêm gốc của họ vào kho tin cậy của Java"
                                + " (-Djavax.net.ssl.trustStore=…).",
                        "If the partner has an authority of its own, add its root to Java's trust store"
                                + " (-Djavax.net.ssl.trustStore=…)."));
    }
}

package vn.lienthong.signing.internal;

import java.security.cert.X509Certificate;
import vn.lienthong.kernel.Bilingual;

/** What is said about the certificate of a key that cannot be used. */
final class KeyTexts {
    private KeyTexts() {}

    /** Which one, since or until when, and what to do. */
    static Bilingual outsideItsTime(X509Certificate certificate, String place) {
        String which = certificate.getSubjectX500Principal().getName() + " ("
                + certificate.getSerialNumber().toString(16) + ")";
        String from = certificate.getNotBefore().toInstant().toString();
        String until = certificate.getNotAfter().toInstant().toString();
        return new Bilingual(
                "chứng thư " + which + " chỉ có hiệu lực từ " + from + " đến " + until
                        + "; mọi việc ký bằng khóa này dừng. Đặt khóa còn hiệu lực vào " + place
                        + ", không cần khởi động lại",
                "its certificate " + which + " is valid only from " + from + " to " + until
                        + "; all signing with this key stops. Put a valid key into " + place
                        + ", no restart is needed");
    }
}

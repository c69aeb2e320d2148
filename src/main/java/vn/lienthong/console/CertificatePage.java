package vn.lienthong.console;

import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.lienthong.kernel.UsedCertificate;
import vn.lienthong.signing.CertificateWatch;
import vn.lienthong.signing.WatchedCertificate;

/** {@code /certificates}: every certificate the gateway stands on, the one that ends first in front, and what stops then. */
@Controller
class CertificatePage {
    private static final int SOON = 60;

    private final CertificateWatch watch;

    CertificatePage(CertificateWatch watch) {
        this.watch = watch;
    }

    @GetMapping("/certificates")
    String show(@ModelAttribute(name = "desk", binding = false) Desk desk, Model page) {
        page.addAttribute(
                "rows", watch.watched().stream().map(one -> Row.of(one, desk)).toList());
        return "console/certificates";
    }

    /** A certificate as a line of a table. */
    record Row(
            String place,
            String subject,
            String serial,
            Moment until,
            String left,
            String state,
            String stops,
            String remedy) {
        static Row of(WatchedCertificate one, Desk desk) {
            UsedCertificate used = one.used();
            return new Row(
                    used.place(),
                    used.certificate().getSubjectX500Principal().getName(),
                    one.serial(),
                    Objects.requireNonNull(
                            desk.moment(used.certificate().getNotAfter().toInstant())),
                    desk.number(one.daysLeft()),
                    one.grave() ? "ERROR" : one.daysLeft() <= SOON ? "WARNING" : "WELL",
                    desk.say(used.stops()),
                    desk.say(used.remedy()));
        }
    }
}

package vn.lienthong.console;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.access.Act;
import vn.lienthong.access.Audit;
import vn.lienthong.access.Caller;
import vn.lienthong.doctor.Doctor;
import vn.lienthong.doctor.DoctorReport;
import vn.lienthong.doctor.Examined;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Diagnosis;

/** {@code /doctor}: everything the gateway stands on, examined when asked, the gravest first, each with its remedy. */
@Controller
class DoctorPage {
    private final Doctor doctor;
    private final Audit audit;

    DoctorPage(Doctor doctor, Audit audit) {
        this.doctor = doctor;
        this.audit = audit;
    }

    @GetMapping("/doctor")
    String show(@ModelAttribute(name = "desk", binding = false) Desk desk, Model page) {
        DoctorReport report = doctor.last().orElse(null);
        page.addAttribute("closed", desk.closed(Act.EXAMINE));
        page.addAttribute("at", report == null ? null : desk.moment(report.at()));
        page.addAttribute("errors", report == null ? 0 : report.count(Diagnosis.Severity.ERROR));
        page.addAttribute("warnings", report == null ? 0 : report.count(Diagnosis.Severity.WARNING));
        page.addAttribute(
                "rows",
                report == null
                        ? List.of()
                        : report.examined().stream()
                                .sorted(Comparator.comparing(Examined::worst).reversed())
                                .map(one -> Row.of(one, desk))
                                .toList());
        return "console/doctor";
    }

    @PostMapping("/doctor")
    String examine(Caller caller, @ModelAttribute(name = "desk", binding = false) Desk desk, RedirectAttributes after)
            throws InterruptedException {
        desk.rights().requireAct(caller, Act.EXAMINE);
        if (doctor.examine()) {
            audit.record(caller, "doctor.examine", "gateway", null, Audit.Outcome.DONE);
            Flash.done(after, desk, "Đã kiểm tra xong.", "The examination is done.");
        } else {
            Flash.done(
                    after,
                    desk,
                    "Đang có người khác kiểm tra; tải lại trang sau vài giây để xem kết quả.",
                    "Somebody else's examination is running; load the page again in a few seconds.");
        }
        return "redirect:/doctor";
    }

    /** One thing examined, with all that was found. */
    record Row(String id, String title, String severity, long millis, List<Finding> findings) {
        static Row of(Examined one, Desk desk) {
            return new Row(
                    one.id(),
                    desk.say(one.title()),
                    one.worst().name(),
                    one.millis(),
                    one.found().stream()
                            .sorted(Comparator.comparing(Diagnosis::severity).reversed())
                            .map(found -> Finding.of(found, desk))
                            .toList());
        }

        public boolean attention() {
            return !severity.equals(Diagnosis.Severity.WELL.name());
        }
    }

    /** One finding. */
    record Finding(
            String severity,
            String code,
            String text,
            @Nullable String remedy) {
        static Finding of(Diagnosis found, Desk desk) {
            Bilingual remedy = found.remedy();
            return new Finding(
                    found.severity().name(),
                    found.code(),
                    desk.say(found.found()),
                    remedy == null ? null : desk.say(remedy));
        }
    }
}

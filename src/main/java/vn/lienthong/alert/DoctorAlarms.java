package vn.lienthong.alert;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.doctor.Doctor;
import vn.lienthong.doctor.DoctorReport;
import vn.lienthong.doctor.Examined;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Diagnosis;
import vn.lienthong.kernel.GatewayClock;

/** What the doctor calls an error: certificates, clock, disk, time-stamps, partners. Examines anew every so often. */
@Component
class DoctorAlarms implements AlarmSource {
    private static final Bilingual LOOK = new Bilingual("Xem trang Kiểm tra hệ thống.", "See the page Doctor.");

    private final Doctor doctor;
    private final GatewayClock clock;
    private final Duration every;

    DoctorAlarms(Doctor doctor, GatewayClock clock, AlertProperties settings) {
        this.doctor = doctor;
        this.clock = clock;
        this.every = settings.examineEvery();
    }

    @Override
    public List<Alarm> now() {
        try {
            if (doctor.last().map(this::isOld).orElse(true)) {
                doctor.examine();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of();
        }
        return doctor.last().map(DoctorAlarms::errors).orElse(List.of());
    }

    private boolean isOld(DoctorReport report) {
        return report.at().isBefore(clock.now().minus(every));
    }

    private static List<Alarm> errors(DoctorReport report) {
        return report.examined().stream()
                .flatMap(one -> one.found().stream()
                        .filter(found -> found.severity() == Diagnosis.Severity.ERROR)
                        .map(found -> alarm(one, found)))
                .toList();
    }

    private static Alarm alarm(Examined one, Diagnosis found) {
        Bilingual remedy = found.remedy();
        return new Alarm(
                "doctor:" + one.id() + ":" + found.code(),
                true,
                new Bilingual(
                        one.title().vi() + " (" + host() + "): " + found.found().vi(),
                        one.title().en() + " (" + host() + "): " + found.found().en()),
                remedy == null ? LOOK : remedy,
                1,
                "/doctor");
    }

    /** Which node speaks. */
    static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "node";
        }
    }
}

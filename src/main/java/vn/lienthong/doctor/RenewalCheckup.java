package vn.lienthong.doctor;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import vn.lienthong.document.DocumentCheckups;
import vn.lienthong.evidence.EvidenceCheckups;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Checkup;
import vn.lienthong.kernel.Diagnosis;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.platform.PlatformCheckups;
import vn.lienthong.platform.PlatformProperties;
import vn.lienthong.signing.RenewalProperties;

/** Whether old time-stamps are renewed before they end. Reads the database and changes nothing. */
final class RenewalCheckup implements Checkup {
    private static final Bilingual RESULTS = new Bilingual("Kết quả đã đóng dấu số", "Sealed results");
    private static final Bilingual CHECKPOINTS = new Bilingual("Điểm chốt của bằng chứng", "Checkpoints of evidence");

    private final Environment environment;
    private final PlatformProperties platform;
    private final RenewalProperties settings;
    private final GatewayClock clock;

    RenewalCheckup(
            Environment environment, PlatformProperties platform, RenewalProperties settings, GatewayClock clock) {
        this.environment = environment;
        this.platform = platform;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "renewal";
    }

    @Override
    public Bilingual title() {
        return new Bilingual("gia hạn dấu thời gian cũ", "renewal of old time-stamps");
    }

    @Override
    public Duration longest() {
        return Duration.ofSeconds(15);
    }

    @Override
    public List<Diagnosis> examine() throws IOException {
        try {
            Optional<Connection> opened = PlatformCheckups.connection(environment, platform);
            if (opened.isEmpty()) {
                return List.of(unknown());
            }
            try (Connection connection = opened.get()) {
                List<Diagnosis> found = new ArrayList<>();
                found.addAll(
                        DocumentCheckups.renewals(connection, settings, clock).diagnoses(RESULTS));
                found.addAll(EvidenceCheckups.renewals(connection, settings, clock.now())
                        .diagnoses(CHECKPOINTS));
                return found;
            }
        } catch (SQLException | DataAccessException away) {
            return List.of(unknown());
        }
    }

    private static Diagnosis unknown() {
        return Diagnosis.warning(
                "RENEWAL-UNKNOWN",
                new Bilingual("Chưa xem được: cần cơ sở dữ liệu.", "Not to be seen: the database is needed."),
                new Bilingual("Xem mục database ở trên.", "See database above."));
    }
}

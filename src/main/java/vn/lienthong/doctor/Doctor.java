package vn.lienthong.doctor;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.lienthong.document.DocumentProperties;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.partner.Partners;
import vn.lienthong.platform.PlatformProperties;
import vn.lienthong.platform.TlsCertificates;
import vn.lienthong.signing.RenewalProperties;
import vn.lienthong.signing.SigningProperties;

/** The same examination as the command's, asked of a running gateway. One at a time on a node. */
@Component
public class Doctor {
    private final DoctorContext.Checkups checkups;
    private final GatewayClock clock;
    private final ReentrantLock one = new ReentrantLock();
    private volatile @Nullable DoctorReport last;

    @Autowired
    Doctor(
            Environment environment,
            PlatformProperties platform,
            SigningProperties signing,
            RenewalProperties renewal,
            DocumentProperties documents,
            Partners partners,
            TlsCertificates tls,
            GatewayClock clock) {
        this(
                DoctorContext.Checkups.of(environment, platform, signing, renewal, documents, partners, tls, clock),
                clock);
    }

    Doctor(DoctorContext.Checkups checkups, GatewayClock clock) {
        this.checkups = checkups;
        this.clock = clock;
    }

    /** What this node found when it was last asked; empty if it never was. */
    public Optional<DoctorReport> last() {
        return Optional.ofNullable(last);
    }

    /**
     * Examines everything; takes as long as the slowest partner may, some ten seconds. False if somebody else's examination
     * is still running: its report is then the next {@link #last}.
     */
    public boolean examine() throws InterruptedException {
        if (!one.tryLock()) {
            return false;
        }
        try {
            last = new DoctorReport(clock.now(), new Examination(clock).run(checkups.all()));
            return true;
        } finally {
            one.unlock();
        }
    }
}

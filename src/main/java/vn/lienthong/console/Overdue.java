package vn.lienthong.console;

import java.time.Instant;
import java.util.Set;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierStatus;

/** Whether a dossier is past its appointment and still being worked on. */
final class Overdue {
    private static final Set<DossierStatus> ENDED = Set.of(
            DossierStatus.NOT_ACCEPTED,
            DossierStatus.WITHDRAWN,
            DossierStatus.STOPPED,
            DossierStatus.PROCESSED,
            DossierStatus.RETURNED);

    private Overdue() {}

    static boolean is(DossierRecord record, Instant now) {
        Instant appointment = record.appointmentAt();
        DossierStatus status = record.status();
        return appointment != null && status != null && !ENDED.contains(status) && appointment.isBefore(now);
    }
}

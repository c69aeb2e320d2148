package vn.lienthong.linked;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lienthong.catalogue.Procedures;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierStatus;

/**
 * What is known of the dossier that carries a leg out.
 *
 * @param procedure its procedure, without a legacy suffix
 * @param began when it was received
 * @param ended when work on it ended, well or not
 */
record LegDossier(
        String number,
        String procedure,
        String agency,
        DossierStatus status,
        @Nullable Instant began,
        @Nullable Instant ended) {

    static LegDossier of(DossierRecord record, DossierContent content) {
        return new LegDossier(
                record.number(),
                Procedures.bare(content.procedureCode()),
                content.competentAgency(),
                content.status(),
                instant(content.acceptedAt()),
                firstOf(content.processedAt(), content.returnedAt(), content.refusedAt()));
    }

    boolean done() {
        return status == DossierStatus.PROCESSED || status == DossierStatus.RETURNED;
    }

    boolean stopped() {
        return status == DossierStatus.NOT_ACCEPTED
                || status == DossierStatus.STOPPED
                || status == DossierStatus.WITHDRAWN;
    }

    private static @Nullable Instant firstOf(@Nullable OffsetDateTime... times) {
        for (OffsetDateTime time : times) {
            if (time != null) {
                return time.toInstant();
            }
        }
        return null;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}

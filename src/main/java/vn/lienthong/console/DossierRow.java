package vn.lienthong.console;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierStatus;

/** A dossier as a line of a table; nothing in it is personal. */
record DossierRow(
        String number,
        String href,
        @Nullable String status,
        @Nullable String procedure,
        String intake,
        String competent,
        Moment updated,
        boolean overdue) {
    static DossierRow of(DossierRecord record, Desk desk) {
        DossierStatus status = record.status();
        return new DossierRow(
                record.number(),
                Links.dossier(record.number()),
                status == null ? null : status.name(),
                record.procedureCode(),
                record.intakeAgency(),
                record.competentAgency(),
                Objects.requireNonNull(desk.moment(record.updatedAt())),
                Overdue.is(record, desk.now()));
    }
}

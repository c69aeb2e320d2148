package vn.lienthong.linked;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.catalogue.calendar.WorkingCalendar;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.kernel.GatewayClock;

/** The legs of linked dossiers, as they stand now. */
@Component
class LinkedDossiers {
    private final LinkedProcedures procedures;
    private final DossierRegister dossiers;
    private final LegClocks clocks;
    private final GatewayClock clock;

    LinkedDossiers(
            LinkedProcedures procedures, DossierRegister dossiers, WorkingCalendar calendar, GatewayClock clock) {
        this.procedures = procedures;
        this.dossiers = dossiers;
        this.clocks = new LegClocks(calendar);
        this.clock = clock;
    }

    /** The legs of this dossier; empty for one of a procedure that is not linked. */
    Optional<List<LegView>> legs(DossierRecord parent) {
        return Optional.ofNullable(parent.procedureCode())
                .flatMap(procedures::find)
                .map(procedure -> clocks.of(procedure, parent.acceptedAt(), children(parent.number()), clock.now()));
    }

    /** Linked dossiers that are not finished, by number from the one after {@code after} on. */
    List<DossierRecord> open(String after, int most) {
        return dossiers.unfinished(procedures.codes(), after, most);
    }

    private List<LegDossier> children(String number) {
        return dossiers.children(number).stream()
                .flatMap(record -> dossiers.content(record).map(content -> LegDossier.of(record, content)).stream())
                .toList();
    }
}

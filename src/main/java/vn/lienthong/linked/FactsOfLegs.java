package vn.lienthong.linked;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.DossierCommand.NoteFacts;
import vn.lienthong.dossier.DossierCommand.TellState;
import vn.lienthong.dossier.DossierListener;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.workitem.WorkItems;

/** Notes facts that legs give, in the transaction that stores them, and hints at dossiers that may now be given some. */
@Component
class FactsOfLegs implements DossierListener {
    private final LinkedFactRepository rows;
    private final LegWatchRepository watch;
    private final LinkedProcedures procedures;
    private final ObjectProvider<DossierRegister> dossiers;
    private final WorkItems workItems;
    private final GatewayClock clock;

    FactsOfLegs(
            LinkedFactRepository rows,
            LegWatchRepository watch,
            LinkedProcedures procedures,
            ObjectProvider<DossierRegister> dossiers,
            WorkItems workItems,
            GatewayClock clock) {
        this.rows = rows;
        this.watch = watch;
        this.procedures = procedures;
        this.dossiers = dossiers;
        this.workItems = workItems;
        this.clock = clock;
    }

    @Override
    public void told(List<TellState> states) {
        Set<String> parents = new TreeSet<>();
        for (TellState told : states) {
            String parent = told.content().parent();
            if (parent != null) {
                parents.add(parent);
            } else if (procedures.find(told.content().procedureCode()).isPresent()) {
                parents.add(told.number().value());
            }
        }
        if (!parents.isEmpty()) {
            rows.hint(parents);
            watch.tell(parents);
        }
    }

    @Override
    public void noted(List<NoteFacts> facts) {
        for (NoteFacts noted : facts) {
            String number = noted.number().value();
            Optional<String> parent = dossiers.getObject().find(number).map(DossierRecord::parent);
            // what was handed on is not handed on once more: its giver reaches every leg itself
            if (parent.isPresent() && noted.known().from().equals(number)) {
                rows.begin(new LinkedFact(noted.eventId(), parent.get(), number, clock.now()));
                watch.tell(List.of(parent.get()));
                workItems.settle(CertificateFindings.WRONG, number, "CORRECTED");
            }
        }
    }
}

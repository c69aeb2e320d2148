package vn.lienthong.linked;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import vn.lienthong.access.Caller;
import vn.lienthong.catalogue.calendar.WorkingCalendar;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.dossier.DossierCommand;
import vn.lienthong.dossier.DossierCommand.NoteFacts;
import vn.lienthong.dossier.DossierEvent.FactsTold;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.dossier.DossierWorld;
import vn.lienthong.dossier.KnownFacts;
import vn.lienthong.dossier.Tellings;
import vn.lienthong.inbox.TestInbox;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;

/** Linked dossiers on a real database. */
final class LinkedWorld implements AutoCloseable {
    static final String LINKED = "3.000722";
    static final WorkingCalendar CALENDAR = WorkingCalendar.read(SchemaFiles.packed());

    final DossierWorld dossiers = new DossierWorld(TestDatabase.fresh());
    final LinkedProcedures procedures = new LinkedProcedures(SchemaFiles.packed());
    final LegWatchRepository watch = new LegWatchRepository(dossiers.jdbc, dossiers.clock);
    final LinkedFactRepository rows = new LinkedFactRepository(dossiers.jdbc);
    final LinkedDossiers linked =
            new LinkedDossiers(procedures, dossiers.register, rows, dossiers.events, CALENDAR, dossiers.clock);
    final CertificateFindings findings;

    LinkedWorld() {
        StaticListableBeanFactory registers = new StaticListableBeanFactory();
        registers.addBean("register", dossiers.register);
        var provider = registers.getBeanProvider(DossierRegister.class);
        findings = new CertificateFindings(rows, linked, provider, dossiers.workItems);
        dossiers.listen(new FactsOfLegs(rows, watch, procedures, provider, dossiers.workItems, dossiers.clock));
    }

    /** What one node does by its timers. */
    HandingOn node() {
        return new HandingOn(
                rows,
                linked,
                dossiers.register,
                dossiers.events,
                TestInbox.on(dossiers.jdbc, dossiers.seal, dossiers.rights, new ObjectMapper()),
                dossiers.clock,
                dossiers.transaction);
    }

    String leg(String procedure, String parent) {
        String number = MadeUp.number();
        tell(number, procedure, parent, DossierStatus.ACCEPTED, 1);
        return number;
    }

    void tell(String number, String procedure, @Nullable String parent, DossierStatus status, long revision) {
        var content = Tellings.content(status, body -> {
            body.put("procedureCode", procedure);
            if (parent != null) {
                body.put("parent", parent);
            }
        });
        apply(Tellings.state(number, revision, content));
    }

    /** A leg of an agency that has nothing to do with the parent. */
    String strangersLeg(String procedure, String parent) {
        String number = leg(procedure, parent);
        dossiers.jdbc.update(
                "update dossier set intake_agency = 'H15.02', competent_agency = 'H15.02' where number = ?", number);
        return number;
    }

    void stop(String number, String procedure, String parent) {
        var content = Tellings.content(
                DossierStatus.STOPPED,
                body -> body.put("procedureCode", procedure)
                        .put("parent", parent)
                        .put("acceptedAt", MadeUp.at(7, 50))
                        .put("refusedAt", MadeUp.at(9, 0)));
        apply(Tellings.state(number, 2L, content));
    }

    /** The registration of this leg's dossier gives the new personal number. */
    UUID give(String number, String personalId) {
        UUID event = Ids.next();
        Caller platform = new Caller("civil-status", "Hộ tịch", null, Set.of(), null, Caller.Kind.CLIENT);
        apply(new NoteFacts(
                event,
                Tellings.number(number),
                platform,
                new KnownFacts("civil-status", number, Ids.next(), Map.of("personalId", personalId))));
        return event;
    }

    List<FactsTold> facts(String number) {
        return dossiers.register.history(number).stream()
                .filter(FactsTold.class::isInstance)
                .map(FactsTold.class::cast)
                .toList();
    }

    /** Types of what the inbox tells about a dossier. */
    List<String> news(String number) {
        return dossiers.jdbc.queryForList(
                "select type from inbox_told where subject = ? order by number", String.class, number);
    }

    LegView view(String parent, String leg) {
        return linked.legs(dossiers.register.find(parent).orElseThrow()).orElseThrow().stream()
                .filter(view -> view.leg().code().equals(leg))
                .findFirst()
                .orElseThrow();
    }

    List<CertificateFindings.Issuer> report(String leg, String words) {
        return dossiers.transaction.execute(
                status -> findings.report(dossiers.register.find(leg).orElseThrow(), MadeUp.WARD, words));
    }

    private void apply(DossierCommand command) {
        List<DossierAnswer> answers =
                dossiers.transaction.execute(done -> dossiers.register.apply(List.of(command), Map.of()));
        if (!(answers.getFirst() instanceof DossierAnswer.Accepted)) {
            throw new AssertionError(answers.getFirst());
        }
    }

    @Override
    public void close() {
        dossiers.close();
    }
}

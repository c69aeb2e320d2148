package vn.lienthong.civilstatus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.catalogue.Procedures;
import vn.lienthong.civilstatus.wire.CivilStatusLine;
import vn.lienthong.civilstatus.wire.CivilStatusProperties;
import vn.lienthong.civilstatus.wire.Contract;
import vn.lienthong.delivery.Deliveries;
import vn.lienthong.delivery.DeliveryRequest;
import vn.lienthong.dossier.DossierCommand.NoteRehomed;
import vn.lienthong.dossier.DossierCommand.TellState;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierListener;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItems;

/**
 * Says which full states go to the civil-status platform: the first of a leg of a linked dossier that was accepted, and each one
 * told after the platform refused it or wanted more. What it has is read once more when its agency tells of it again, for
 * that is how a corrected certificate shows. In the transaction that stores the state.
 */
@Component
class RegistrationOrders implements DossierListener {
    static final String KIND = "registration";
    static final String NO_UNIT = "CIVIL-STATUS-NO-UNIT";

    private final RegistrationRepository rows;
    private final Deliveries deliveries;
    private final ObjectProvider<DossierRegister> dossiers;
    private final Contract contract;
    private final CivilStatusProperties settings;
    private final WorkItems workItems;
    private final GatewayClock clock;

    RegistrationOrders(
            RegistrationRepository rows,
            Deliveries deliveries,
            ObjectProvider<DossierRegister> dossiers,
            Contract contract,
            CivilStatusProperties settings,
            WorkItems workItems,
            GatewayClock clock) {
        this.rows = rows;
        this.deliveries = deliveries;
        this.dossiers = dossiers;
        this.contract = contract;
        this.settings = settings;
        this.workItems = workItems;
        this.clock = clock;
    }

    @Override
    public void told(List<TellState> states) {
        List<DeliveryRequest> requests = new ArrayList<>();
        Set<String> again = new TreeSet<>();
        for (TellState told : states) {
            DossierContent content = told.content();
            Optional<String> module = content.parent() == null || Boolean.TRUE.equals(content.test())
                    ? Optional.empty()
                    : contract.moduleOf(Procedures.bare(content.procedureCode()));
            if (module.isPresent() && deliveries.takes(CivilStatusLine.PARTNER, KIND)) {
                order(told, module.get(), requests, again).ifPresent(requests::add);
            }
        }
        if (!requests.isEmpty()) {
            deliveries.enqueue(requests);
            begin(states, requests);
        }
        again.forEach(number -> rows.lookAgain(number, clock.now()));
    }

    /** What the platform says from now on is the new agency's to act on. */
    @Override
    public void rehomed(List<NoteRehomed> rehomings) {
        rehomings.forEach(one -> rows.rehome(
                one.number().value(), one.rehoming().from(), one.rehoming().to()));
    }

    private Optional<DeliveryRequest> order(
            TellState told, String module, List<DeliveryRequest> requests, Set<String> again) {
        String number = told.number().value();
        if (requests.stream().anyMatch(before -> before.dossierNumber().equals(number))) {
            return Optional.empty(); // told twice in one group: the first goes, the next after it is answered
        }
        Optional<RegistrationState> stands = rows.state(number);
        if (stands.filter(RegistrationOrders::hasIt).isPresent()) {
            again.add(number);
            return Optional.empty();
        }
        boolean wanted = stands.isEmpty()
                || stands.get() == RegistrationState.SUPPLEMENT
                || stands.get() == RegistrationState.REFUSED
                || (stands.get() == RegistrationState.WAITING && neverArrived(number));
        if (!wanted || !underWay(told.content().status())) {
            return Optional.empty();
        }
        if (settings.unit(told.content().competentAgency()).isEmpty()) {
            workItems.open(List.of(noUnit(told, module)));
            return Optional.empty();
        }
        return dossiers.getObject().find(number).map(record -> request(told, record));
    }

    /** Whether the platform works on it or has ended: what it tells next may be of before the agency's words. */
    private static boolean hasIt(RegistrationState state) {
        return switch (state) {
            case RECEIVED, ELIGIBLE, FINISHED -> true;
            case WAITING, SUPPLEMENT, REFUSED -> false;
        };
    }

    /** Whether what went last ended without the platform taking it: nothing can be read back, so it goes again. */
    private boolean neverArrived(String number) {
        return deliveries.ofDossier(number).stream()
                .filter(each -> each.partner().equals(CivilStatusLine.PARTNER)
                        && each.kind().equals(KIND))
                .reduce((earlier, later) -> later)
                .filter(last -> switch (last.state()) {
                    case REFUSED, CANCELLED, EXPIRED -> true;
                    case READY, SENDING, SENT, UNCERTAIN, PARKED, CONFIRMED -> false;
                })
                .isPresent();
    }

    /** Locks in the order that everybody keeps: dossiers, lanes, then these rows. */
    private void begin(List<TellState> states, List<DeliveryRequest> requests) {
        Instant due = clock.now();
        for (TellState told : states) {
            String number = told.number().value();
            if (requests.stream().anyMatch(request -> request.eventId().equals(told.eventId()))) {
                String agency = told.content().competentAgency();
                settings.unit(agency)
                        .ifPresent(unit -> contract.moduleOf(
                                        Procedures.bare(told.content().procedureCode()))
                                .ifPresent(module -> rows.begin(number, agency, module, unit.province(), due)));
            }
        }
    }

    private static boolean underWay(DossierStatus status) {
        return status == DossierStatus.ACCEPTED || status == DossierStatus.IN_PROGRESS;
    }

    private static DeliveryRequest request(TellState told, DossierRecord record) {
        return new DeliveryRequest(
                KIND,
                record.number(),
                told.eventId(),
                record.version(),
                true,
                told.content().status().name(),
                record.intakeAgency(),
                record.competentAgency(),
                false,
                record.appointmentAt(),
                CivilStatusLine.PARTNER);
    }

    private static NewWorkItem noUnit(TellState told, String module) {
        return new NewWorkItem(
                NO_UNIT,
                told.number().value(),
                told.content().intakeAgency(),
                null,
                told.eventId(),
                new Bilingual(
                        "Chưa khai báo mã đơn vị hộ tịch của " + told.content().competentAgency()
                                + " nên hồ sơ chưa được" + " chuyển đi đăng ký (" + module
                                + "). Khai báo rồi gửi lại hồ sơ.",
                        "No unit code of " + told.content().competentAgency()
                                + " is set, so the dossier was not sent to" + " be registered (" + module
                                + "). Set it, then send the dossier again."));
    }
}

package vn.lienthong.post.handover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.access.Caller;
import vn.lienthong.catalogue.Catalogue;
import vn.lienthong.catalogue.Procedures;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.dossier.DossierCommand.TellState;
import vn.lienthong.dossier.DossierContent.Party;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.dossier.DossierStatus;

/**
 * Tells the register the dossiers of accepted items. What an agency told before is the agency's: it is compared, never
 * overwritten.
 */
@Component
class Registration {
    private static final Set<DossierStatus> OVER =
            Set.of(DossierStatus.NOT_ACCEPTED, DossierStatus.STOPPED, DossierStatus.PROCESSED, DossierStatus.RETURNED);

    private final DossierRegister register;
    private final Catalogue catalogue;

    Registration(DossierRegister register, Catalogue catalogue) {
        this.register = register;
        this.catalogue = catalogue;
    }

    /**
     * Registers them in the caller's transaction.
     *
     * @throws Overtaken when a dossier was told by its agency at this very moment
     */
    List<Judged> register(List<Judged> items, Draft draft) {
        Map<String, DossierRecord> known = register.find(items.stream()
                .filter(Judged::accepted)
                .map(Judged::number)
                .filter(Objects::nonNull)
                .map(DossierNumber::value)
                .toList());
        List<Judged> compared =
                items.stream().map(one -> one.with(comparison(one, known))).toList();
        List<TellState> commands = new ArrayList<>();
        for (Judged one : compared) {
            DossierNumber number = one.accepted() ? one.number() : null;
            DossierRecord record = number == null ? null : known.get(number.value());
            if (number != null && (record == null || record.stateEvent() == null)) {
                commands.add(command(one, number, record == null ? 0 : record.version(), draft));
            }
        }
        Map<UUID, Reason> refused = refused(commands, known.keySet());
        return compared.stream()
                .map(one -> refused.containsKey(one.id()) ? one.with(refused.get(one.id())) : one)
                .toList();
    }

    private Map<UUID, Reason> refused(List<TellState> commands, Set<String> known) {
        Map<UUID, Reason> refused = new HashMap<>();
        Iterator<DossierAnswer> answers =
                register.apply(List.copyOf(commands), Map.of()).iterator();
        for (TellState command : commands) {
            if (answers.next() instanceof DossierAnswer.Refused no) {
                String code = no.problem().code();
                boolean unseen = !known.contains(command.number().value());
                // told while we looked: it is another version now, or somebody else's
                if (code.equals("DOSSIER-MOVED") || (unseen && code.equals("DOSSIER-NOT-FOUND"))) {
                    throw new Overtaken();
                }
                refused.put(
                        command.eventId(),
                        code.equals("DOSSIER-NOT-FOUND")
                                ? toCompare() // a stranger's, of which only steps were told
                                : Reason.of(no.problem(), "/dossier").getFirst());
            }
        }
        return refused;
    }

    private static TellState command(Judged one, DossierNumber number, int madeFrom, Draft draft) {
        HandoverItem item = one.item();
        Caller post = draft.caller();
        // the register asks for whom it is told; the post brings it to the agency and speaks for nobody else
        Caller forAgency = new Caller(
                post.clientId(),
                post.displayName(),
                item.told().intakeAgency(),
                post.scopes(),
                post.role(),
                post.kind());
        return new TellState(
                one.id(),
                number,
                forAgency,
                null,
                false,
                item.told().handedOver(draft.signedAt(), office(draft), "parcel:" + item.parcelNumber()),
                madeFrom);
    }

    private static Party office(Draft draft) {
        String name = draft.caller().displayName() + " - " + draft.manifest().postOffice();
        return new Party(null, name, null, null, null, null, null, null, null);
    }

    private List<Reason> comparison(Judged one, Map<String, DossierRecord> known) {
        DossierNumber number = one.accepted() ? one.number() : null;
        DossierRecord record = number == null ? null : known.get(number.value());
        if (record == null || record.stateEvent() == null) {
            return List.of();
        }
        if (!same(one.item(), record)) {
            return List.of(toCompare());
        }
        if (record.status() != null && OVER.contains(record.status())) {
            return List.of(Reason.rejected(
                    "HANDOVER-DOSSIER-OVER",
                    "/dossierNumber",
                    "Hồ sơ này đã giải quyết xong hoặc đã dừng.",
                    "This dossier is finished or was stopped."));
        }
        return List.of(Reason.note(
                "HANDOVER-DOSSIER-KNOWN",
                "/dossierNumber",
                "Cơ quan đã gửi hồ sơ này; nội dung của cơ quan được giữ.",
                "The agency told this dossier before; what it told stands."));
    }

    /** The same words whatever is stored: else a number would tell whose dossier it is and how that stands. */
    private static Reason toCompare() {
        return Reason.discrepancy(
                "HANDOVER-DOSSIER-COMPARE",
                "/dossierNumber",
                "Mã hồ sơ này cần cơ quan đối chiếu với giấy tờ.",
                "The agency must compare this dossier number with the papers.");
    }

    private boolean same(HandoverItem item, DossierRecord record) {
        String procedure = record.procedureCode();
        return procedure != null
                && Procedures.bare(procedure).equals(Procedures.bare(item.told().procedureCode()))
                && current(record.competentAgency()).equals(current(item.told().competentAgency()));
    }

    private String current(String agency) {
        return catalogue.agencies().currentCode(agency);
    }

    /** Somebody told one of the dossiers between the look and the lock; the whole is tried again. */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("A dossier was told meanwhile", null, false, false);
        }
    }
}

package vn.lienthong.civilstatus;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.access.Caller;
import vn.lienthong.civilstatus.wire.CivilStatusLine;
import vn.lienthong.civilstatus.wire.CivilStatusProperties;
import vn.lienthong.civilstatus.wire.Contract;
import vn.lienthong.civilstatus.wire.Reading;
import vn.lienthong.delivery.Acknowledgement;
import vn.lienthong.delivery.Acknowledgement.Outcome;
import vn.lienthong.delivery.Acknowledgements;
import vn.lienthong.delivery.Deliveries;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.delivery.DeliveryState;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.dossier.DossierCommand.NoteFacts;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.dossier.KnownFacts;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.evidence.Message;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.Sha256;

/**
 * Takes one reading: the registration's new state, the acknowledgement of its delivery, the result as facts of the dossier and
 * what people must do, all in one transaction that fails where the claim is over. A result counts once, however often it is read.
 */
@Component
class ReadingStore {
    private static final Caller PLATFORM =
            new Caller(CivilStatusLine.PARTNER, "Hộ tịch điện tử", null, Set.of(), null, Caller.Kind.CLIENT);
    private static final int LONGEST_FACT = 200;

    private final RegistrationRepository rows;
    private final DossierRegister dossiers;
    private final Deliveries deliveries;
    private final Acknowledgements acknowledgements;
    private final Evidence evidence;
    private final RegistrationFindings findings;
    private final Contract contract;
    private final CivilStatusProperties settings;
    private final GatewayClock clock;
    private final TransactionTemplate transaction;

    ReadingStore(
            RegistrationRepository rows,
            DossierRegister dossiers,
            Deliveries deliveries,
            Acknowledgements acknowledgements,
            Evidence evidence,
            RegistrationFindings findings,
            Contract contract,
            CivilStatusProperties settings,
            GatewayClock clock,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.dossiers = dossiers;
        this.deliveries = deliveries;
        this.acknowledgements = acknowledgements;
        this.evidence = evidence;
        this.findings = findings;
        this.contract = contract;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Nothing was learned: it is read again after the usual pause. */
    void nothing(Registration claimed) {
        rows.putOff(claimed, null, next());
    }

    /** Takes what the platform says of a claimed registration. {@code evidence}: the answer that said so. */
    void take(Registration claimed, Reading reading, UUID answer) {
        transaction.executeWithoutResult(status -> carryOut(claimed, reading, answer));
    }

    private void carryOut(Registration claimed, Reading reading, UUID answer) {
        Contract.Step step = reading.step();
        if (step == null) {
            strange(claimed, reading, RegistrationFindings.STATE_UNKNOWN);
            return;
        }
        RegistrationState told = RegistrationState.of(step);
        if (told == claimed.state() && told != RegistrationState.FINISHED) {
            fence(rows.putOff(claimed, null, next()));
        } else if (told != claimed.state() && !claimed.state().mayBecome(told)) {
            strange(claimed, reading, RegistrationFindings.ORDER);
        } else if (told == RegistrationState.FINISHED) {
            finish(claimed, reading, answer);
        } else {
            move(claimed, told, reading, answer, null);
        }
    }

    /** A state that is not believed changes nothing and is told once. */
    private void strange(Registration claimed, Reading reading, String code) {
        String what = code + " " + reading.code();
        if (!what.equals(claimed.strange())) {
            findings.strange(claimed, reading, code);
        }
        fence(rows.putOff(claimed, what, next()));
    }

    private void finish(Registration claimed, Reading reading, UUID answer) {
        Optional<Map<String, String>> facts = facts(claimed, reading.result());
        if (facts.isEmpty()) {
            strange(claimed, reading, RegistrationFindings.RESULT_INCOMPLETE);
            return;
        }
        byte[] hash = Sha256.of(facts.get().toString().getBytes(StandardCharsets.UTF_8));
        boolean known = claimed.state() == RegistrationState.FINISHED && Arrays.equals(hash, claimed.resultHash());
        if (!known) {
            note(claimed, reading, facts.get(), answer);
        }
        move(claimed, RegistrationState.FINISHED, reading, answer, hash);
    }

    private void note(Registration claimed, Reading reading, Map<String, String> facts, UUID answer) {
        String number = claimed.dossierNumber();
        UUID event = Ids.next();
        NoteFacts command = new NoteFacts(
                event,
                DossierNumber.parse(number).orElseThrow(),
                PLATFORM,
                new KnownFacts(CivilStatusLine.PARTNER, number, answer, facts));
        if (dossiers.apply(List.of(command), Map.of()).getFirst() instanceof DossierAnswer.Refused refused) {
            throw new IllegalStateException(refused.problem().code());
        }
        // of an answer about several dossiers, the part that is about this one
        evidence.keep(List.of(new Message(
                event,
                Message.Direction.IN,
                CivilStatusLine.PARTNER,
                CivilStatusLine.PARTNER,
                number,
                null,
                reading.item().toString().getBytes(StandardCharsets.UTF_8))));
    }

    private void move(
            Registration claimed,
            RegistrationState told,
            Reading reading,
            UUID answer,
            byte @org.jspecify.annotations.Nullable [] hash) {
        boolean acknowledged =
                claimed.state() == RegistrationState.WAITING && acknowledge(claimed, told, reading, answer);
        fence(rows.move(claimed, told, hash, !told.isEnd(), next()));
        findings.moved(claimed, told, reading, acknowledged);
    }

    /** The first state that is read back is the platform's receipt. */
    private boolean acknowledge(Registration claimed, RegistrationState told, Reading reading, UUID answer) {
        Instant at = reading.at();
        Optional<Delivery> handed = deliveries.ofDossier(claimed.dossierNumber()).stream()
                .filter(delivery -> delivery.partner().equals(CivilStatusLine.PARTNER)
                        && delivery.kind().equals(RegistrationOrders.KIND)
                        && awaits(delivery.state()))
                .reduce((earlier, later) -> later);
        return handed.flatMap(delivery -> acknowledgements.take(
                        CivilStatusLine.PARTNER,
                        new Acknowledgement(
                                delivery.id(),
                                told == RegistrationState.REFUSED ? Outcome.REFUSED : Outcome.ACCEPTED,
                                reading.words(),
                                at == null ? clock.now() : at,
                                answer)))
                .isPresent();
    }

    private static boolean awaits(DeliveryState state) {
        return switch (state) {
            case READY, SENDING, SENT, UNCERTAIN, PARKED -> true;
            case CONFIRMED, REFUSED, CANCELLED, EXPIRED -> false;
        };
    }

    /** What the result tells, by the contract's names; empty where it lacks what makes it one, or that looks wrong. */
    private Optional<Map<String, String>> facts(Registration claimed, JsonNode result) {
        Contract.Module module = contract.modules().get(claimed.module());
        if (module == null) {
            return Optional.empty();
        }
        Map<String, String> facts = new TreeMap<>();
        module.facts().forEach((name, field) -> {
            JsonNode value = result.path(field);
            String text =
                    value.isValueNode() ? value.asText("").replace('\0', ' ').strip() : "";
            if (!text.isEmpty() && !value.isNull() && text.length() <= LONGEST_FACT) {
                facts.put(name, text);
            }
        });
        boolean shaped = module.shapes().entrySet().stream()
                .allMatch(shape -> facts.getOrDefault(shape.getKey(), "").matches(shape.getValue()));
        return shaped && facts.keySet().containsAll(module.required()) ? Optional.of(facts) : Optional.empty();
    }

    private Instant next() {
        return clock.now().plus(settings.poll());
    }

    private static void fence(boolean ours) {
        if (!ours) {
            throw new IllegalStateException("Another node has taken the registration over");
        }
    }
}

package vn.lienthong.civilstatus;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.access.Caller;
import vn.lienthong.civilstatus.Certificates.Outcome;
import vn.lienthong.civilstatus.wire.CivilStatusLine;
import vn.lienthong.civilstatus.wire.CivilStatusProperties;
import vn.lienthong.civilstatus.wire.Contract;
import vn.lienthong.civilstatus.wire.Reading;
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
    private static final int SELDOM = 30;
    private static final Caller PLATFORM =
            new Caller(CivilStatusLine.PARTNER, "Hộ tịch điện tử", null, Set.of(), null, Caller.Kind.CLIENT);

    private final RegistrationRepository rows;
    private final DossierRegister dossiers;
    private final Receipts receipts;
    private final Evidence evidence;
    private final RegistrationFindings findings;
    private final RegistrationResult results;
    private final Certificates certificates;
    private final CivilStatusProperties settings;
    private final GatewayClock clock;
    private final TransactionTemplate transaction;

    ReadingStore(
            RegistrationRepository rows,
            DossierRegister dossiers,
            Receipts receipts,
            Evidence evidence,
            RegistrationFindings findings,
            Contract contract,
            Certificates certificates,
            CivilStatusProperties settings,
            GatewayClock clock,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.dossiers = dossiers;
        this.receipts = receipts;
        this.evidence = evidence;
        this.findings = findings;
        this.results = new RegistrationResult(contract);
        this.certificates = certificates;
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
        // verified and kept before the transaction; a repeat of itself when that fails afterwards
        Outcome paper = believed(claimed, reading) ? certificates.attach(claimed, reading) : Outcome.DONE;
        transaction.executeWithoutResult(status -> carryOut(claimed, reading, answer, paper));
    }

    /** Whether this is a result that counts. */
    private boolean believed(Registration claimed, Reading reading) {
        boolean finished = reading.step() == Contract.Step.FINISHED
                && (claimed.state() == RegistrationState.FINISHED
                        || claimed.state().mayBecome(RegistrationState.FINISHED));
        return finished
                && !(claimed.state() == RegistrationState.WAITING && receipts.stillToGo(claimed))
                && results.read(claimed.module(), reading.result()).isPresent();
    }

    private void carryOut(Registration claimed, Reading reading, UUID answer, Outcome paper) {
        Contract.Step step = reading.step();
        if (step == null) {
            strange(claimed, reading, RegistrationFindings.STATE_UNKNOWN);
            return;
        }
        if (claimed.state() == RegistrationState.WAITING && receipts.stillToGo(claimed)) {
            fence(rows.putOff(claimed, null, next()));
            return;
        }
        RegistrationState told = RegistrationState.of(step);
        if (told == claimed.state() && told != RegistrationState.FINISHED) {
            fence(rows.putOff(claimed, null, next()));
        } else if (told != claimed.state() && !claimed.state().mayBecome(told)) {
            strange(claimed, reading, RegistrationFindings.ORDER);
        } else if (told == RegistrationState.FINISHED) {
            finish(claimed, reading, answer, paper);
        } else {
            move(claimed, told, reading, answer, null, Outcome.DONE);
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

    private void finish(Registration claimed, Reading reading, UUID answer, Outcome paper) {
        Optional<Map<String, String>> facts = results.read(claimed.module(), reading.result());
        if (facts.isEmpty()) {
            strange(claimed, reading, RegistrationFindings.RESULT_INCOMPLETE);
            return;
        }
        byte[] hash = Sha256.of(facts.get().toString().getBytes(StandardCharsets.UTF_8));
        boolean known = claimed.state() == RegistrationState.FINISHED && Arrays.equals(hash, claimed.resultHash());
        if (!known) {
            note(claimed, reading, facts.get(), answer);
        }
        move(claimed, RegistrationState.FINISHED, reading, answer, hash, paper);
        if (paper == Outcome.UNREADABLE) {
            findings.unreadable(claimed);
        }
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
            byte @Nullable [] hash,
            Outcome paper) {
        boolean acknowledged =
                claimed.state() == RegistrationState.WAITING && receipts.take(claimed, told, reading, answer);
        // whose linked dossier is still to come is read again, now and then, for the paper's sake
        boolean waits = paper == Outcome.PARENT_UNKNOWN;
        fence(rows.move(claimed, told, hash, waits || !told.isEnd(), waits ? seldom() : next()));
        findings.moved(claimed, told, reading, acknowledged);
    }

    private Instant next() {
        return clock.now().plus(settings.poll());
    }

    private Instant seldom() {
        return clock.now().plus(settings.poll().multipliedBy(SELDOM));
    }

    private static void fence(boolean ours) {
        if (!ours) {
            throw new IllegalStateException("Another node has taken the registration over");
        }
    }
}

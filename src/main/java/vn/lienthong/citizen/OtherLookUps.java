package vn.lienthong.citizen;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.access.Caller;
import vn.lienthong.catalogue.Procedure;
import vn.lienthong.citizen.LookUpAnswer.Match;
import vn.lienthong.citizen.LookUpAnswer.Reason;
import vn.lienthong.citizen.register.AskedFor;
import vn.lienthong.citizen.register.JsonAnswer;
import vn.lienthong.citizen.register.JsonRegister;
import vn.lienthong.citizen.register.RegisterFile;
import vn.lienthong.citizen.tracker.DataTracker;
import vn.lienthong.citizen.tracker.TrackedEnd;
import vn.lienthong.citizen.tracker.TrackedEnd.Outcome;
import vn.lienthong.citizen.tracker.TrackedQuestion;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.SchemaFiles;

/**
 * Looks something up in the registers that have a file in {@code schemas/registers}: first the reason, then the register, each
 * on record before its answer leaves. Nothing told is held: these registers are asked seldom, and what they say changes.
 */
@Component
public class OtherLookUps {
    private static final Bilingual NOTHING = new Bilingual(
            "Cơ sở dữ liệu không có bản ghi nào mang mã này: kiểm tra lại mã, nhận giấy tờ và không từ chối hồ sơ vì lý do này.",
            "The register holds nothing under this key: check it, accept the paper, and do not refuse the dossier for it.");

    private final Map<Procedure.Register, RegisterFile> files = new EnumMap<>(Procedure.Register.class);
    private final OtherJustification justification;
    private final JsonRegister register;
    private final DataTracker tracker;
    private final Evidence evidence;
    private final DatabaseTurns turns;
    private final TransactionTemplate transaction;
    private final CitizenProperties properties;
    private final GatewayClock clock;
    private final MeterRegistry meters;

    OtherLookUps(
            SchemaFiles schemas,
            OtherJustification justification,
            JsonRegister register,
            DataTracker tracker,
            Evidence evidence,
            DatabaseTurns turns,
            TransactionTemplate transaction,
            CitizenProperties properties,
            GatewayClock clock,
            MeterRegistry meters) {
        for (String name : new String[] {"business", "insurance", "paper-store", "civil-register"}) {
            RegisterFile file = RegisterFile.load(schemas, name);
            files.put(file.register(), file);
        }
        this.justification = justification;
        this.register = register;
        this.tracker = tracker;
        this.evidence = evidence;
        this.turns = turns;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
        this.meters = meters;
    }

    /** Asks for this caller, who has the right to; refuses with a problem when there is no reason or no such register. */
    public OtherLookUpAnswer ask(OtherLookUpRequest request, Caller caller) {
        long started = clock.monotonicNanos();
        RegisterFile file = files.get(request.register());
        if (file == null) {
            throw new ProblemException(Problem.at(
                    422,
                    "LOOKUP-REGISTER",
                    "/register",
                    "Tra cứu dân cư qua /v1/citizen-lookups.",
                    "The population register is asked at /v1/citizen-lookups."));
        }
        TrackedQuestion question = question(request, caller);
        OtherJustification.Grounds grounds = judged(request, file, question, caller, started);
        TrackedQuestion asked = question.under(grounds.procedureCode());
        turns.take(left(started), () -> {
            tracker.asked(asked);
            return asked;
        });
        String key = request.key().strip();
        AskedFor wanted = new AskedFor(
                key,
                String.valueOf(asked.dossierNumber()),
                String.valueOf(asked.procedureCode()),
                String.valueOf(asked.officerId()),
                String.valueOf(asked.officerName()),
                request.fields(),
                grounds.persons());
        JsonAnswer told = register.ask(file, wanted, left(started).minus(reserve()));
        Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
        OtherLookUpAnswer answer = answer(asked.id(), file, told, request, now);
        turns.take(left(started).compareTo(reserve()) > 0 ? left(started) : reserve(), () -> {
            keep(told, answer);
            return now;
        });
        count(file, answer.match().name());
        return answer;
    }

    /** What the question rests on; a refusal is on record before it leaves. */
    private OtherJustification.Grounds judged(
            OtherLookUpRequest request, RegisterFile file, TrackedQuestion question, Caller caller, long started) {
        try {
            return turns.take(left(started), () -> justification.judge(request, file, caller));
        } catch (ProblemException refused) {
            Problem problem = refused.problem();
            if (problem.status() < 500) {
                String reason = problem.errors().isEmpty()
                        ? problem.code()
                        : problem.errors().getFirst().code();
                turns.take(left(started), () -> {
                    tracker.whole(question, new TrackedEnd(question.at(), Outcome.REFUSED, reason, null, false, null));
                    return reason;
                });
                count(file, Outcome.REFUSED.name());
            }
            throw refused;
        }
    }

    private void keep(JsonAnswer told, OtherLookUpAnswer answer) {
        transaction.executeWithoutResult(status -> {
            evidence.keep(told.messages());
            Reason reason = answer.reason();
            UUID first = told.messages().isEmpty()
                    ? null
                    : told.messages().getFirst().id();
            tracker.ended(
                    answer.lookUpId(),
                    new TrackedEnd(
                            answer.asOf(),
                            Outcome.valueOf(answer.match().name()),
                            reason == null ? null : reason.code(),
                            answer.asOf(),
                            false,
                            first),
                    told instanceof JsonAnswer.Held held ? held.person() : null);
        });
    }

    private static OtherLookUpAnswer answer(
            UUID id, RegisterFile file, JsonAnswer told, OtherLookUpRequest request, Instant now) {
        String source = file.register().name();
        return switch (told) {
            case JsonAnswer.Held held -> {
                Map<String, JsonNode> asked = new LinkedHashMap<>();
                request.fields().forEach(field -> {
                    JsonNode value = held.fields().get(field);
                    if (value != null) {
                        asked.put(field, value);
                    }
                });
                yield new OtherLookUpAnswer(id, Match.MATCHED, source, now, asked, null);
            }
            case JsonAnswer.NotHeld none ->
                new OtherLookUpAnswer(
                        id, Match.NOT_MATCHED, source, now, null, new Reason("REGISTER-HOLDS-NOTHING", NOTHING));
            case JsonAnswer.Untold untold ->
                new OtherLookUpAnswer(
                        id,
                        Match.UNVERIFIED,
                        source,
                        now,
                        null,
                        new Reason(untold.trouble().code(), untold.trouble().text()));
        };
    }

    private TrackedQuestion question(OtherLookUpRequest request, Caller caller) {
        LookUpRequest.Officer officer = request.officer();
        return new TrackedQuestion(
                Ids.next(),
                clock.now(),
                caller.clientId(),
                caller.agency(),
                officer == null ? null : officer.id(),
                officer == null ? null : officer.name(),
                request.dossierNumber(),
                null,
                request.purpose(),
                request.legalBasis(),
                request.key().strip(),
                request.fields(),
                request.register().name());
    }

    private Duration left(long started) {
        Duration left = properties.deadline().minusNanos(clock.monotonicNanos() - started);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Duration reserve() {
        return properties.deadline().dividedBy(8);
    }

    private void count(RegisterFile file, String outcome) {
        meters.counter("lienthong.register.lookups", "register", file.register().name(), "outcome", outcome)
                .increment();
    }
}

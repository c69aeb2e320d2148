package vn.lienthong.citizen;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.access.Caller;
import vn.lienthong.citizen.LookUpAnswer.Match;
import vn.lienthong.citizen.held.Fresh;
import vn.lienthong.citizen.held.HeldAnswers;
import vn.lienthong.citizen.held.SharedCalls;
import vn.lienthong.citizen.held.SharedCalls.Shared;
import vn.lienthong.citizen.person.AskedPerson;
import vn.lienthong.citizen.person.PersonField;
import vn.lienthong.citizen.register.Operation;
import vn.lienthong.citizen.register.PopulationRegister;
import vn.lienthong.citizen.register.Question;
import vn.lienthong.citizen.register.RegisterAnswer;
import vn.lienthong.citizen.register.Trouble;
import vn.lienthong.citizen.tracker.DataTracker;
import vn.lienthong.citizen.tracker.TrackedEnd;
import vn.lienthong.citizen.tracker.TrackedEnd.Outcome;
import vn.lienthong.citizen.tracker.TrackedQuestion;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/**
 * Looks somebody up in the population register: first the reason, then what is held, then the register. Each of these ends
 * on record before its answer leaves, refusals included. No connection to the database is held while a register is asked.
 */
@Component
public class LookUps {
    /** The register, as answers and the tracker name it. */
    public static final String SOURCE = "POPULATION";

    private final Justification justification;
    private final HeldAnswers held;
    private final PopulationRegister register;
    private final DataTracker tracker;
    private final Recorder recorder;
    private final DatabaseTurns turns;
    private final CitizenProperties properties;
    private final GatewayClock clock;
    private final MeterRegistry meters;
    private final SharedCalls<String, RegisterAnswer> calls = new SharedCalls<>();

    LookUps(
            Justification justification,
            HeldAnswers held,
            PopulationRegister register,
            DataTracker tracker,
            Recorder recorder,
            DatabaseTurns turns,
            CitizenProperties properties,
            GatewayClock clock,
            MeterRegistry meters) {
        this.justification = justification;
        this.held = held;
        this.register = register;
        this.tracker = tracker;
        this.recorder = recorder;
        this.turns = turns;
        this.properties = properties;
        this.clock = clock;
        this.meters = meters;
    }

    /** Asks for this caller, who has the right to; refuses with a problem when there is no reason or no person. */
    public LookUpAnswer ask(LookUpRequest request, Caller caller) {
        long started = clock.monotonicNanos();
        UUID id = Ids.next();
        Grounds grounds = grounds(id, request, caller, started);
        Optional<Fresh> fresh = turns.take(left(started), () -> held.find(SOURCE, grounds.person(), grounds.fields()));
        LookUpAnswer answer = fresh.isPresent()
                ? fromHeld(tracked(id, request, caller, grounds), fresh.get(), started)
                : fromRegister(request, tracked(id, request, caller, grounds), grounds, started);
        count(answer.match().name(), answer.cached());
        return answer;
    }

    private Grounds grounds(UUID id, LookUpRequest request, Caller caller, long started) {
        try {
            return turns.take(left(started), () -> {
                AskedPerson person = PersonReader.read(request.person(), clock.today());
                return justification.judge(request, person, fields(request), caller);
            });
        } catch (ProblemException refused) {
            if (refused.problem().status() < 500) {
                recordRefusal(tracked(id, request, caller, null), refused.problem(), started);
                count(Outcome.REFUSED.name(), false);
            }
            throw refused;
        }
    }

    private void recordRefusal(TrackedQuestion question, Problem problem, long started) {
        String reason = problem.errors().isEmpty()
                ? problem.code()
                : problem.errors().getFirst().code();
        TrackedEnd end = new TrackedEnd(question.at(), Outcome.REFUSED, reason, null, false, null);
        turns.take(left(started), () -> {
            tracker.whole(question, end);
            return end;
        });
    }

    private LookUpAnswer fromHeld(TrackedQuestion question, Fresh fresh, long started) {
        TrackedEnd end = new TrackedEnd(question.at(), Outcome.MATCHED, null, fresh.asOf(), true, null);
        turns.take(left(started), () -> {
            tracker.whole(question, end);
            return end;
        });
        return new LookUpAnswer(
                question.id(), Match.MATCHED, SOURCE, fresh.asOf(), true, fresh.fields(), List.of(), null, null);
    }

    private LookUpAnswer fromRegister(LookUpRequest request, TrackedQuestion question, Grounds grounds, long started) {
        turns.take(left(started), () -> {
            tracker.asked(question);
            return question;
        });
        Operation operation = grounds.fields().isEmpty() ? Operation.VERIFY : Operation.LOOK_UP;
        Question asked = new Question(
                question.id(),
                operation,
                grounds.procedureCode(),
                grounds.dossier().number(),
                String.valueOf(question.officerId()),
                String.valueOf(question.agency()),
                grounds.person());
        Shared<RegisterAnswer> shared = calls.ask(
                operation + "|" + grounds.procedureCode() + "|"
                        + grounds.person().identity(),
                forRegister(started),
                () -> register.ask(asked, forRegister(started)),
                RegisterAnswer.untold(Trouble.REGISTER_SLOW, "another question's answer"));
        Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS); // what is held and the tracker tell the same
        Conclusion conclusion = Conclusion.of(shared.value(), grounds, clock.today());
        boolean later = Boolean.TRUE.equals(request.verifyLater())
                && shared.value() instanceof RegisterAnswer.Untold untold
                && untold.trouble().mayPass();
        Instant until = turns.take(
                longer(left(started), reserve()),
                () -> recorder.keep(question, grounds, shared, conclusion, now, later ? request : null));
        return new LookUpAnswer(
                question.id(),
                conclusion.match(),
                SOURCE,
                now,
                false,
                conclusion.person(),
                conclusion.differences(),
                conclusion.reason(),
                until.equals(now) ? null : until);
    }

    private Duration left(long started) {
        return longer(properties.deadline().minusNanos(clock.monotonicNanos() - started), Duration.ZERO);
    }

    /** The register's share of what is left: what it told must still find its turn to be kept. */
    private Duration forRegister(long started) {
        return longer(left(started).minus(reserve()), Duration.ZERO);
    }

    private Duration reserve() {
        return properties.deadline().dividedBy(8);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private TrackedQuestion tracked(UUID id, LookUpRequest request, Caller caller, @Nullable Grounds grounds) {
        LookUpRequest.Officer officer = request.officer();
        return new TrackedQuestion(
                id,
                clock.now(),
                caller.clientId(),
                caller.agency(),
                officer == null ? null : officer.id(),
                officer == null ? null : officer.name(),
                request.dossierNumber(),
                grounds == null ? null : grounds.procedureCode(),
                request.purpose(),
                request.legalBasis(),
                request.person().personalId(),
                request.fields(),
                SOURCE);
    }

    private static Set<PersonField> fields(LookUpRequest request) {
        Set<PersonField> fields = EnumSet.noneOf(PersonField.class);
        List<Problem.FieldError> unknown = new ArrayList<>();
        for (int place = 0; place < request.fields().size(); place++) {
            String pointer = "/fields/" + place;
            PersonField.of(request.fields().get(place))
                    .ifPresentOrElse(
                            fields::add,
                            () -> unknown.add(new Problem.FieldError(
                                    pointer,
                                    "FIELD-VALUE",
                                    new Bilingual("Không có trường này.", "There is no such field."))));
        }
        if (!unknown.isEmpty()) {
            throw new ProblemException(new Problem(
                    422,
                    "LOOKUP-FIELD-UNKNOWN",
                    new Bilingual("Có trường không được biết đến.", "A field is not known."),
                    unknown));
        }
        return fields;
    }

    private void count(String outcome, boolean cached) {
        meters.counter("lienthong.lookups", "outcome", outcome, "cached", Boolean.toString(cached))
                .increment();
    }
}

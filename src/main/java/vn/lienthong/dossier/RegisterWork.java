package vn.lienthong.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import vn.lienthong.access.Caller;
import vn.lienthong.delivery.DeliveryRequest;
import vn.lienthong.dossier.DossierCommand.NoteFacts;
import vn.lienthong.dossier.DossierCommand.NoteRehomed;
import vn.lienthong.dossier.DossierCommand.NoteReturned;
import vn.lienthong.dossier.DossierCommand.TellResult;
import vn.lienthong.dossier.DossierCommand.TellState;
import vn.lienthong.dossier.DossierCommand.TellStep;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.Sha256;

/** What one group of commands comes to, gathered in memory so that each table is written once. */
final class RegisterWork {
    /** Whose events those are that nobody asked for. */
    private static final Caller GATEWAY = new Caller("gateway", "Liên Thông", null, Set.of(), null, Caller.Kind.CLIENT);

    private final Judge judge;
    private final ContentRules rules;
    private final EventRepository json;
    private final KnownStates states;
    private final PostOrders orders;
    private final Homes homes;
    private final Gathered gathered;

    RegisterWork(
            Judge judge,
            ContentRules rules,
            EventRepository json,
            KnownStates states,
            PostOrders orders,
            Gathered gathered) {
        this.judge = judge;
        this.rules = rules;
        this.json = json;
        this.states = states;
        this.orders = orders;
        this.homes = rules.homes();
        this.gathered = gathered;
    }

    void carryOut(DossierCommand command) {
        if (!(command instanceof NoteRehomed)
                && gathered.record(command.number().value()) != null) {
            // whoever tells of it now tells of a dossier that has gone over, whether the pass came to it or not
            goHome(command.number());
        }
        switch (command) {
            case TellState told -> carryOut(told);
            case TellStep told -> carryOut(told);
            case TellResult told -> carryOut(told);
            case NoteReturned told -> carryOut(told);
            case NoteFacts told -> carryOut(told);
            case NoteRehomed told -> carryOut(told);
        }
    }

    private void carryOut(TellState told) {
        String number = told.number().value();
        DossierRecord record = gathered.record(number);
        byte[] content = json.write(told.content());
        byte[] hash = Sha256.of(content);
        switch (judge.state(told, hash, record, gathered.headersOf(number))) {
            case Judge.Verdict.No no -> gathered.refuse(no.problem());
            case Judge.Verdict.Repeat repeat ->
                gathered.repeat(number, repeat.event(), repeat.event().revision());
            case Judge.Verdict.Fresh fresh -> {
                Instant at = judge.now();
                DossierContent state = asItStands(told, fresh, record);
                DossierRecord before = record == null
                        ? DossierRecord.unseen(number, state.intakeAgency(), state.competentAgency(), at)
                        : record;
                store(
                        told,
                        new EventHeader(
                                told.eventId(),
                                fresh.version(),
                                EventKind.STATE,
                                told.revision(),
                                null,
                                state.status(),
                                hash,
                                at),
                        state.equals(told.content()) ? content : json.write(state),
                        null,
                        before.withState(fresh.version(), told.eventId(), told.revision(), state, at));
                gathered.newStates().add(told);
                states.note(told.eventId(), state);
                List<Suspicion> wrongReturn =
                        fresh.returnStands() ? rules.wrongReturnFound(told.number(), state) : List.of();
                if (state.parent() == null && wrongReturn.isEmpty()) {
                    // a leg of a linked dossier would be counted twice at the portal beside its parent
                    gathered.request(told.number(), "dossier", true, record == null);
                }
                BooleanSupplier anew = () -> before.status() != DossierStatus.PROCESSED
                        || states.of(before).returnBy() != state.returnBy();
                if (orders.wanted(number, state, anew)) {
                    gathered.request(told.number(), DeliveryRequest.RESULT, PostOrders.POST);
                }
                gathered.find(number, told.eventId(), rules.suspicions(told.number(), state), fresh.findings());
                gathered.find(number, told.eventId(), wrongReturn, List.of());
                goHome(told.number());
            }
        }
    }

    /** What the source told, with what others know better left in force: that it was handed over, and who has it now. */
    private DossierContent asItStands(TellState told, Judge.Verdict.Fresh fresh, @Nullable DossierRecord record) {
        DossierContent state = fresh.returnStands()
                ? states.returnStanding(told, gathered.headersOf(told.number().value()))
                : told.content();
        return record == null || record.homes().isEmpty() ? state : state.rehomed(record.homes());
    }

    private void carryOut(TellStep told) {
        String number = told.number().value();
        DossierRecord record = gathered.record(number);
        byte[] content = json.write(told.step());
        byte[] hash = told.step().sequence() == null ? StepIdentity.of(told.number(), told.step()) : Sha256.of(content);
        switch (judge.step(told, hash, record, gathered.headersOf(number))) {
            case Judge.Verdict.No no -> gathered.refuse(no.problem());
            case Judge.Verdict.Repeat repeat ->
                gathered.repeat(number, repeat.event(), repeat.event().sequence());
            case Judge.Verdict.Fresh fresh -> {
                Instant at = judge.now();
                ProgressStep step = told.step();
                DossierRecord before = record == null
                        ? DossierRecord.unseen(
                                number,
                                String.valueOf(told.intakeAgency()),
                                told.number().agency(),
                                at)
                        : record;
                store(
                        told,
                        new EventHeader(
                                told.eventId(),
                                fresh.version(),
                                EventKind.STEP,
                                null,
                                step.sequence(),
                                step.status(),
                                hash,
                                at),
                        content,
                        step.occurredAt().toInstant(),
                        before.withStep(fresh.version(), step, at));
                if (before.parent() == null) {
                    gathered.request(told.number(), "progress", false, record == null);
                }
                gathered.find(number, told.eventId(), List.of(), fresh.findings());
                goHome(told.number());
            }
        }
    }

    /** Lets a dossier go to those who took over from its agencies, as far as nobody has to choose. */
    void goHome(DossierNumber number) {
        DossierRecord record = gathered.stored(number.value());
        Optional<Rehoming> due = homes.due(record);
        while (due.isPresent()) {
            rehome(new NoteRehomed(Ids.next(), number, GATEWAY, due.get()), record);
            record = gathered.stored(number.value());
            due = homes.due(record);
        }
        List<Suspicion> choices =
                homes.choices(record).stream().map(homes::choice).toList();
        if (!choices.isEmpty()) {
            gathered.find(number.value(), null, List.of(), choices);
        }
    }

    private void carryOut(NoteRehomed told) {
        String number = told.number().value();
        DossierRecord record = gathered.record(number);
        Optional<Problem> against = Judge.againstRehoming(told.rehoming(), record);
        if (against.isPresent()) {
            gathered.refuse(against.get());
            return;
        }
        EventHeader made = rehome(told, Objects.requireNonNull(record));
        gathered.answer(number, made);
        goHome(told.number());
    }

    private EventHeader rehome(NoteRehomed told, DossierRecord before) {
        Rehomed made = Rehomed.of(told, before, states, json, gathered.headersOf(before.number()), judge.now());
        gathered.keep(told, made.header(), made.content(), null, made.after());
        made.state().ifPresent(state -> states.note(told.eventId(), state));
        if (made.concernsPortal() && before.parent() == null) {
            gathered.request(told.number(), "dossier", true, false);
        }
        gathered.rehomings().add(told);
        return made.header();
    }

    private void carryOut(TellResult told) {
        String number = told.number().value();
        DossierRecord record = gathered.record(number);
        byte[] content = json.write(told.result());
        byte[] hash = Sha256.of(content);
        switch (judge.result(told, hash, record, gathered.headersOf(number))) {
            case Judge.Verdict.No no -> gathered.refuse(no.problem());
            case Judge.Verdict.Repeat repeat -> gathered.repeat(number, repeat.event(), null);
            case Judge.Verdict.Fresh fresh -> {
                Instant at = judge.now();
                DossierRecord before = Objects.requireNonNull(record);
                DossierStatus status = Objects.requireNonNull(before.status());
                store(
                        told,
                        new EventHeader(
                                told.eventId(), fresh.version(), EventKind.RESULT, null, null, status, hash, at),
                        content,
                        null,
                        before.withResult(fresh.version(), at));
                told.partners().stream()
                        // only the portal counts dossiers
                        .filter(partner -> before.parent() == null || !partner.equals(DeliveryRequest.PORTAL))
                        .forEach(partner -> gathered.request(told.number(), DeliveryRequest.RESULT, partner));
            }
        }
    }

    private void carryOut(NoteReturned told) {
        String number = told.number().value();
        DossierRecord record = gathered.record(number);
        switch (judge.returned(record, gathered.headersOf(number))) {
            case Judge.Verdict.No no -> gathered.refuse(no.problem());
            case Judge.Verdict.Repeat repeat ->
                gathered.repeat(number, repeat.event(), repeat.event().revision());
            case Judge.Verdict.Fresh fresh -> {
                DossierRecord before = Objects.requireNonNull(record);
                DossierContent state = states.of(before).returned(told.at());
                Optional<Problem> wrong = rules.wrongReturn(told.number(), state);
                if (wrong.isPresent()) {
                    gathered.refuse(wrong.get());
                    return;
                }
                Instant at = judge.now();
                byte[] content = json.write(state);
                store(
                        told,
                        new EventHeader(
                                told.eventId(),
                                fresh.version(),
                                EventKind.RETURN,
                                null,
                                null,
                                DossierStatus.RETURNED,
                                Sha256.of(content),
                                at),
                        content,
                        told.at().toInstant(),
                        before.withState(fresh.version(), told.eventId(), null, state, at));
                states.note(told.eventId(), state);
                if (state.parent() == null) {
                    gathered.request(told.number(), "dossier", true, false);
                }
                gathered.find(number, told.eventId(), List.of(), fresh.findings());
            }
        }
    }

    private void carryOut(NoteFacts told) {
        String number = told.number().value();
        DossierRecord record = gathered.record(number);
        byte[] content = json.write(told.known());
        byte[] hash = Sha256.of(content);
        switch (judge.facts(hash, record, gathered.headersOf(number))) {
            case Judge.Verdict.No no -> gathered.refuse(no.problem());
            case Judge.Verdict.Repeat repeat -> gathered.repeat(number, repeat.event(), null);
            case Judge.Verdict.Fresh fresh -> {
                Instant at = judge.now();
                DossierRecord before = Objects.requireNonNull(record);
                DossierStatus status = Objects.requireNonNull(before.status());
                store(
                        told,
                        new EventHeader(told.eventId(), fresh.version(), EventKind.FACTS, null, null, status, hash, at),
                        content,
                        null,
                        before.withResult(fresh.version(), at));
                gathered.newFacts().add(told);
            }
        }
    }

    private void store(
            DossierCommand command,
            EventHeader header,
            byte[] content,
            @Nullable Instant occurredAt,
            DossierRecord after) {
        gathered.keep(command, header, content, occurredAt, after);
        gathered.answer(command.number().value(), header);
    }
}

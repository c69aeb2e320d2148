package vn.lienthong.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.delivery.DeliveryRequest;
import vn.lienthong.dossier.DossierCommand.NoteFacts;
import vn.lienthong.dossier.DossierCommand.NoteReturned;
import vn.lienthong.dossier.DossierCommand.TellResult;
import vn.lienthong.dossier.DossierCommand.TellState;
import vn.lienthong.dossier.DossierCommand.TellStep;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.Sha256;
import vn.lienthong.workitem.NewWorkItem;

/** What one group of commands comes to, gathered in memory so that each table is written once. */
final class RegisterWork {
    private final Judge judge;
    private final ContentRules rules;
    private final EventRepository json;
    private final KnownStates states;
    private final PostOrders orders;
    private final Map<String, DossierRecord> records;
    private final Map<String, List<EventHeader>> headers;
    private final Set<String> known;
    private final Set<String> touched = new LinkedHashSet<>();
    private final List<NewEvent> newEvents = new ArrayList<>();
    private final List<TellState> newStates = new ArrayList<>();
    private final List<NoteFacts> newFacts = new ArrayList<>();
    private final List<DeliveryRequest> requests = new ArrayList<>();
    private final List<NewWorkItem> findings = new ArrayList<>();
    private final List<Function<Map<UUID, List<Delivery>>, DossierAnswer>> answers = new ArrayList<>();
    private final List<UUID> repeated = new ArrayList<>();

    RegisterWork(
            Judge judge,
            ContentRules rules,
            EventRepository json,
            KnownStates states,
            PostOrders orders,
            Map<String, DossierRecord> records,
            Map<String, List<EventHeader>> headers) {
        this.judge = judge;
        this.rules = rules;
        this.json = json;
        this.states = states;
        this.orders = orders;
        this.records = new HashMap<>(records);
        this.headers = headers;
        this.known = Set.copyOf(records.keySet());
    }

    void carryOut(DossierCommand command) {
        switch (command) {
            case TellState told -> carryOut(told);
            case TellStep told -> carryOut(told);
            case TellResult told -> carryOut(told);
            case NoteReturned told -> carryOut(told);
            case NoteFacts told -> carryOut(told);
        }
    }

    private void carryOut(TellState told) {
        String number = told.number().value();
        DossierRecord record = records.get(number);
        byte[] content = json.write(told.content());
        byte[] hash = Sha256.of(content);
        switch (judge.state(told, hash, record, headersOf(number))) {
            case Judge.Verdict.No no -> refuse(no.problem());
            case Judge.Verdict.Repeat repeat ->
                repeat(number, repeat.event(), repeat.event().revision());
            case Judge.Verdict.Fresh fresh -> {
                Instant at = judge.now();
                DossierContent state =
                        fresh.returnStands() ? states.returnStanding(told, headersOf(number)) : told.content();
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
                        fresh.returnStands() ? json.write(state) : content,
                        null,
                        before.withState(fresh.version(), told.eventId(), told.revision(), state, at));
                newStates.add(told);
                states.note(told.eventId(), state);
                List<Suspicion> wrongReturn = fresh.returnStands() ? wrongReturn(told.number(), state) : List.of();
                if (state.parent() == null && wrongReturn.isEmpty()) {
                    // a leg of a linked dossier would be counted twice at the portal beside its parent
                    request(told.number(), "dossier", true, record == null);
                }
                BooleanSupplier anew = () -> before.status() != DossierStatus.PROCESSED
                        || states.of(before).returnBy() != state.returnBy();
                if (orders.wanted(number, state, anew)) {
                    request(told.number(), DeliveryRequest.RESULT, PostOrders.POST);
                }
                find(number, told.eventId(), rules.suspicions(told.number(), state), fresh.findings());
                find(number, told.eventId(), wrongReturn, List.of());
            }
        }
    }

    private void carryOut(TellStep told) {
        String number = told.number().value();
        DossierRecord record = records.get(number);
        byte[] content = json.write(told.step());
        byte[] hash = told.step().sequence() == null ? StepIdentity.of(told.number(), told.step()) : Sha256.of(content);
        switch (judge.step(told, hash, record, headersOf(number))) {
            case Judge.Verdict.No no -> refuse(no.problem());
            case Judge.Verdict.Repeat repeat ->
                repeat(number, repeat.event(), repeat.event().sequence());
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
                    request(told.number(), "progress", false, record == null);
                }
                find(number, told.eventId(), List.of(), fresh.findings());
            }
        }
    }

    private void carryOut(TellResult told) {
        String number = told.number().value();
        DossierRecord record = records.get(number);
        byte[] content = json.write(told.result());
        byte[] hash = Sha256.of(content);
        switch (judge.result(told, hash, record, headersOf(number))) {
            case Judge.Verdict.No no -> refuse(no.problem());
            case Judge.Verdict.Repeat repeat -> repeat(number, repeat.event(), null);
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
                        .forEach(partner -> request(told.number(), DeliveryRequest.RESULT, partner));
            }
        }
    }

    private void carryOut(NoteReturned told) {
        String number = told.number().value();
        DossierRecord record = records.get(number);
        switch (judge.returned(record, headersOf(number))) {
            case Judge.Verdict.No no -> refuse(no.problem());
            case Judge.Verdict.Repeat repeat ->
                repeat(number, repeat.event(), repeat.event().revision());
            case Judge.Verdict.Fresh fresh -> {
                DossierRecord before = Objects.requireNonNull(record);
                DossierContent state = states.of(before).returned(told.at());
                Optional<Problem> wrong = rules.wrongReturn(told.number(), state);
                if (wrong.isPresent()) {
                    refuse(wrong.get());
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
                    request(told.number(), "dossier", true, false);
                }
                find(number, told.eventId(), List.of(), fresh.findings());
            }
        }
    }

    private void carryOut(NoteFacts told) {
        String number = told.number().value();
        DossierRecord record = records.get(number);
        byte[] content = json.write(told.known());
        byte[] hash = Sha256.of(content);
        switch (judge.facts(hash, record, headersOf(number))) {
            case Judge.Verdict.No no -> refuse(no.problem());
            case Judge.Verdict.Repeat repeat -> repeat(number, repeat.event(), null);
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
                newFacts.add(told);
            }
        }
    }

    /** What a return that stands is at odds with in the times the source tells now: the portal would refuse that. */
    private List<Suspicion> wrongReturn(DossierNumber number, DossierContent state) {
        return rules.wrongReturn(number, state).isEmpty()
                ? List.of()
                : List.of(Suspicion.of(
                        "DOSSIER-RETURN-BEFORE-PROCESSED",
                        "Thời điểm xử lý xong do hệ thống một cửa gửi ở sau lúc kết quả đã được phát. Hồ sơ giữ trạng thái đã"
                                + " trả, bản này chưa gửi Cổng DVCQG; hãy gửi lại thời điểm đúng.",
                        "The one-stop system tells a time of processing after the result was handed over. The dossier"
                                + " stays returned and this version is not sent to the portal; send the right time."));
    }

    private void store(
            DossierCommand command,
            EventHeader header,
            byte[] content,
            @Nullable Instant occurredAt,
            DossierRecord after) {
        String number = command.number().value();
        newEvents.add(new NewEvent(header, number, command.caller().clientId(), occurredAt, content));
        headers.computeIfAbsent(number, key -> new ArrayList<>()).add(header);
        records.put(number, after);
        touched.add(number);
        Long count = header.step() ? header.sequence() : header.revision();
        answers.add(made -> new DossierAnswer.Accepted(
                number,
                header.id(),
                header.version(),
                count,
                header.receivedAt(),
                made.getOrDefault(header.id(), List.of()),
                false));
    }

    private void request(DossierNumber number, String kind, boolean fullState, boolean first) {
        request(number, kind, fullState, first, null);
    }

    /** A result goes out as the full state it was attached to, so that the partner has all of it at once. */
    private void request(DossierNumber number, String kind, String partner) {
        request(number, kind, true, false, partner);
    }

    private void request(
            DossierNumber number, String kind, boolean fullState, boolean first, @Nullable String partner) {
        DossierRecord record = Objects.requireNonNull(records.get(number.value()));
        NewEvent event = newEvents.getLast();
        requests.add(new DeliveryRequest(
                kind,
                number.value(),
                event.id(),
                event.header().version(),
                fullState,
                event.header().status().name(),
                record.intakeAgency(),
                record.competentAgency(),
                first,
                record.appointmentAt(),
                partner,
                record.procedureCode()));
    }

    private void repeat(String number, EventHeader event, @Nullable Long count) {
        repeated.add(event.id());
        answers.add(made -> new DossierAnswer.Accepted(
                number,
                event.id(),
                event.version(),
                count,
                event.receivedAt(),
                made.getOrDefault(event.id(), List.of()),
                true));
    }

    private void refuse(Problem problem) {
        answers.add(made -> new DossierAnswer.Refused(problem));
    }

    private void find(String number, UUID event, List<Suspicion> byContent, List<Suspicion> byHistory) {
        String agency = Objects.requireNonNull(records.get(number)).intakeAgency();
        for (List<Suspicion> found : List.of(byContent, byHistory)) {
            found.forEach(suspicion ->
                    findings.add(new NewWorkItem(suspicion.code(), number, agency, null, event, suspicion.text())));
        }
    }

    private List<EventHeader> headersOf(String number) {
        return headers.getOrDefault(number, List.of());
    }

    List<NewEvent> newEvents() {
        return newEvents;
    }

    List<TellState> newStates() {
        return newStates;
    }

    List<NoteFacts> newFacts() {
        return newFacts;
    }

    List<DossierRecord> added() {
        return touchedRecords(false);
    }

    List<DossierRecord> changed() {
        return touchedRecords(true);
    }

    private List<DossierRecord> touchedRecords(boolean before) {
        return touched.stream()
                .filter(number -> known.contains(number) == before)
                .sorted()
                .map(number -> Objects.requireNonNull(records.get(number)))
                .toList();
    }

    List<DeliveryRequest> requests() {
        return requests;
    }

    List<NewWorkItem> findings() {
        return findings;
    }

    List<UUID> repeatedEvents() {
        return repeated;
    }

    List<DossierAnswer> answers(Map<UUID, List<Delivery>> made) {
        return answers.stream().map(answer -> answer.apply(made)).toList();
    }
}

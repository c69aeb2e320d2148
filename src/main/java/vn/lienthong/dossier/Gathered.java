package vn.lienthong.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.delivery.DeliveryRequest;
import vn.lienthong.dossier.DossierCommand.NoteFacts;
import vn.lienthong.dossier.DossierCommand.NoteRehomed;
import vn.lienthong.dossier.DossierCommand.TellState;
import vn.lienthong.kernel.Problem;
import vn.lienthong.workitem.NewWorkItem;

/** The dossiers of one group as its commands leave them, and all that is to be written. */
final class Gathered {
    private final Map<String, DossierRecord> records;
    private final Map<String, List<EventHeader>> headers;
    private final Set<String> known;
    private final Set<String> touched = new LinkedHashSet<>();
    private final List<NewEvent> newEvents = new ArrayList<>();
    private final List<TellState> newStates = new ArrayList<>();
    private final List<NoteFacts> newFacts = new ArrayList<>();
    private final List<NoteRehomed> rehomings = new ArrayList<>();
    private final List<DeliveryRequest> requests = new ArrayList<>();
    private final List<NewWorkItem> findings = new ArrayList<>();
    private final List<Function<Map<UUID, List<Delivery>>, DossierAnswer>> answers = new ArrayList<>();
    private final List<UUID> repeated = new ArrayList<>();

    Gathered(Map<String, DossierRecord> records, Map<String, List<EventHeader>> headers) {
        this.records = new HashMap<>(records);
        this.headers = headers;
        this.known = Set.copyOf(records.keySet());
    }

    @Nullable
    DossierRecord record(String number) {
        return records.get(number);
    }

    /** One that is there. */
    DossierRecord stored(String number) {
        return Objects.requireNonNull(records.get(number));
    }

    void keep(
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
    }

    void answer(String number, EventHeader header) {
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

    void request(DossierNumber number, String kind, boolean fullState, boolean first) {
        request(number, kind, fullState, first, null);
    }

    /** A result goes out as the full state it was attached to, so that the partner has all of it at once. */
    void request(DossierNumber number, String kind, String partner) {
        request(number, kind, true, false, partner);
    }

    void request(DossierNumber number, String kind, boolean fullState, boolean first, @Nullable String partner) {
        DossierRecord record = stored(number.value());
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

    void repeat(String number, EventHeader event, @Nullable Long count) {
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

    void refuse(Problem problem) {
        answers.add(made -> new DossierAnswer.Refused(problem));
    }

    void find(String number, @Nullable UUID event, List<Suspicion> byContent, List<Suspicion> byHistory) {
        String agency = stored(number).intakeAgency();
        for (List<Suspicion> found : List.of(byContent, byHistory)) {
            found.forEach(suspicion ->
                    findings.add(new NewWorkItem(suspicion.code(), number, agency, null, event, suspicion.text())));
        }
    }

    List<EventHeader> headersOf(String number) {
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

    List<NoteRehomed> rehomings() {
        return rehomings;
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
                .map(this::stored)
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

package vn.lienthong.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.access.Rights;
import vn.lienthong.delivery.Deliveries;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Page;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItems;

/** The dossiers: the only place that changes their state. */
@Component
public class DossierRegister {
    private final DossierRepository dossiers;
    private final EventRepository events;
    private final Deliveries deliveries;
    private final WorkItems workItems;
    private final ContentRules rules;
    private final Rights rights;
    private final GatewayClock clock;
    private final ObjectProvider<DossierListener> listeners;

    DossierRegister(
            DossierRepository dossiers,
            EventRepository events,
            Deliveries deliveries,
            WorkItems workItems,
            ContentRules rules,
            Rights rights,
            GatewayClock clock,
            ObjectProvider<DossierListener> listeners) {
        this.listeners = listeners;
        this.dossiers = dossiers;
        this.events = events;
        this.deliveries = deliveries;
        this.workItems = workItems;
        this.rules = rules;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * Carries out these commands, in order, in the caller's transaction: event, dossier, deliveries and work items of each
     * are written together. Refusals change nothing. Fails as a whole when another node created one of the dossiers at the
     * same moment; the caller then tries each command on its own.
     *
     * @param noted what was found odd before, by the event the command becomes; opened with that event
     * @return one answer per command, in the same order; an accepted one counts only once the caller has committed
     */
    public List<DossierAnswer> apply(List<DossierCommand> commands, Map<UUID, List<NewWorkItem>> noted) {
        Collection<String> numbers =
                commands.stream().map(command -> command.number().value()).collect(Collectors.toSet());
        return change(numbers, commands, work -> commands.forEach(work::carryOut), noted);
    }

    /**
     * Lets these dossiers go to the agencies that took over from theirs by today, in the caller's transaction. Where several
     * did, a person is asked to choose. Dossiers that stay are left as they are.
     */
    void goHome(Collection<String> numbers) {
        List<DossierNumber> ordered = numbers.stream()
                .sorted()
                .flatMap(number -> DossierNumber.parse(number).stream())
                .toList();
        change(numbers, List.of(), work -> ordered.forEach(work::goHome), Map.of());
    }

    private List<DossierAnswer> change(
            Collection<String> numbers,
            List<DossierCommand> commands,
            Consumer<RegisterWork> what,
            Map<UUID, List<NewWorkItem>> noted) {
        Instant now = clock.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        var known = dossiers.lock(numbers);
        KnownStates states = new KnownStates(events);
        states.prepare(commands, known);
        if (commands.isEmpty()) {
            states.prepare(known.values());
        }
        var gathered = new Gathered(known, events.headers(known.keySet()));
        what.accept(new RegisterWork(
                new Judge(rights, now), rules, events, states, PostOrders.of(deliveries, commands, known), gathered));
        events.insert(gathered.newEvents());
        dossiers.insert(gathered.added());
        dossiers.update(gathered.changed());
        var made = deliveries.enqueue(gathered.requests());
        // in one call: all that a transaction opens is opened in one order
        workItems.open(Stream.concat(
                        gathered.findings().stream(),
                        gathered.newEvents().stream()
                                .flatMap(event -> noted.getOrDefault(event.id(), List.of()).stream()))
                .toList());
        tell(gathered);
        var repeated = gathered.repeatedEvents();
        if (!repeated.isEmpty()) {
            deliveries.ofEvents(numbers, repeated).forEach(made::putIfAbsent);
        }
        return gathered.answers(made);
    }

    private void tell(Gathered gathered) {
        var told = gathered.newStates();
        if (!told.isEmpty()) {
            listeners.forEach(listener -> listener.told(told));
        }
        var facts = gathered.newFacts();
        if (!facts.isEmpty()) {
            listeners.forEach(listener -> listener.noted(facts));
        }
        var rehomings = gathered.rehomings();
        if (!rehomings.isEmpty()) {
            rehomings.forEach(one -> {
                String number = one.number().value();
                deliveries.rehome(number, one.rehoming().from(), one.rehoming().to());
                workItems.rehome(number, one.rehoming().from(), one.rehoming().to());
            });
            listeners.forEach(listener -> listener.rehomed(rehomings));
        }
    }

    /** The dossier as it stands. */
    public Optional<DossierRecord> find(String number) {
        return dossiers.find(number);
    }

    /** Those of these dossiers that were told, by number. */
    public Map<String, DossierRecord> find(Collection<String> numbers) {
        return dossiers.find(numbers);
    }

    /** Dossiers whose number begins so, by number; a handful to choose from. */
    public List<DossierRecord> startingWith(String beginning, int most) {
        return dossiers.startingWith(beginning, most);
    }

    /** Accepted dossiers that match, the last accepted first. */
    public Page<DossierRecord> search(DossierFilter filter) {
        return dossiers.search(filter);
    }

    /** Dossiers accepted since then, by number, beginning after this one. */
    public List<DossierRecord> acceptedSince(Instant accepted, String after, int most) {
        return dossiers.acceptedSince(accepted, after, most);
    }

    /** The dossiers that name this one as their parent, by number. */
    public List<DossierRecord> children(String parent) {
        return dossiers.children(parent);
    }

    /** Dossiers of these procedures that are not finished, by number from the one after {@code after} on. */
    public List<DossierRecord> unfinished(Collection<String> procedureCodes, String after, int most) {
        return dossiers.unfinished(procedureCodes, after, most);
    }

    /** The full state that a dossier stands at; empty while only steps were told. */
    public Optional<DossierContent> content(DossierRecord record) {
        UUID id = record.stateEvent();
        return id == null
                ? Optional.empty()
                : Optional.ofNullable(events.load(List.of(id)).get(id))
                        .filter(DossierEvent.StateTold.class::isInstance)
                        .map(event -> ((DossierEvent.StateTold) event).content());
    }

    /** All events of a dossier, oldest first. */
    public List<DossierEvent> history(String number) {
        List<UUID> ids = events.headers(List.of(number)).getOrDefault(number, List.of()).stream()
                .map(EventHeader::id)
                .toList();
        var loaded = events.load(ids);
        return new ArrayList<>(ids.stream().map(loaded::get).toList());
    }
}
